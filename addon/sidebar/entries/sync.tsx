// The sidebar of the sync between workbook and centre.
import { start } from "../frame/start.tsx";
import { SyncView } from "../sync/sync-view.tsx";

start({ zh: "同步", en: "Sync" }, SyncView);
