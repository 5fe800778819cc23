# One image for every process of the hub; docker-compose.yml says which one a container runs.
FROM node:24-bookworm-slim AS build
WORKDIR /corespond
COPY . .
RUN npm ci && npm run build && npm prune --omit=dev --omit=optional

FROM node:24-bookworm-slim
ENV NODE_ENV=production
# Room for what many requests at once need for a moment (docs/gateway.md).
ENV NODE_OPTIONS=--max-semi-space-size=32
WORKDIR /corespond
COPY --from=build --chown=root:root /corespond/package.json ./
COPY --from=build --chown=root:root /corespond/node_modules ./node_modules
COPY --from=build --chown=root:root /corespond/services ./services
COPY --from=build --chown=root:root /corespond/gateway ./gateway
COPY --from=build --chown=root:root /corespond/schema ./schema
COPY --from=build --chown=root:root /corespond/hub ./hub
USER node
EXPOSE 4000
CMD ["node", "gateway/dist/main.js"]
