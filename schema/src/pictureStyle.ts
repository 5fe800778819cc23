/** Colours of the slices in order of their names; a dark twin for each. Text in them reaches WCAG AA on both grounds. */
const palette = [
  { light: "#1d4ed8", dark: "#79aefc" },
  { light: "#7e22ce", dark: "#c99cfb" },
  { light: "#b93a0a", dark: "#fb9a5c" },
  { light: "#04714e", dark: "#4cd6a2" },
  { light: "#9d174d", dark: "#f58ab8" },
  { light: "#155e75", dark: "#5fcbe6" },
] as const;

/** Class that colours the n-th slice. */
export function sliceClass(index: number): string {
  return `s${index % palette.length}`;
}

/** The picture's style sheet: light by default, dark where the reader's system asks for it. */
export function pictureStyle(): string {
  const slices = (mode: "light" | "dark") =>
    palette
      .map(
        (colour, index) =>
          `.s${index}{color:${colour[mode]};fill:${colour[mode]}}.s${index}.line{stroke:${colour[mode]}}`,
      )
      .join("");
  return [
    "text{font-family:ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif}",
    ".mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace}",
    ".b{font-weight:600}.line{fill:none!important;stroke-width:1.75}.life{stroke-width:1.5;stroke-dasharray:2 5;opacity:.55}",
    ".soft{stroke-dasharray:6 4;stroke-width:1.5}.tint{fill-opacity:.07;stroke-opacity:.35;stroke-width:1}",
    ".ground{fill:#ffffff;stroke:#d7dce2}.card{fill:#ffffff;stroke:#d7dce2}.ink{fill:#1b2129}.muted{fill:#57606b}",
    ".plate{fill:#ffffff}.centred{text-anchor:middle}",
    slices("light"),
    "@media (prefers-color-scheme:dark){",
    ".ground{fill:#0d1117;stroke:#30363d}.card{fill:#161b22;stroke:#30363d}.ink{fill:#e8edf3}.muted{fill:#9aa5b1}",
    ".plate{fill:#0d1117}",
    slices("dark"),
    "}",
  ].join("");
}
