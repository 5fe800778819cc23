import { pageLoader, rowColumns } from "@corespond/kit";

import { viewService } from "../service/service.policy";
import { ServiceRow } from "../service/service.row";
import type { Service } from "../service/service.type";
import { searchServicesList } from "./searchServices.list";
import type { ServiceFilter } from "./serviceFilter";

/** Services that a search finds. */
export const foundServices = pageLoader<ServiceRow, Service, ServiceFilter>("resources.service.search", {
  list: ({ database }, filter) => searchServicesList(filter, rowColumns(database.dataSource, ServiceRow, "s")),
  view: viewService,
});
