// The sidebar with set-up and settings.
import { start } from "../frame/start.tsx";
import { SettingsSidebar } from "../settings/settings-sidebar.tsx";

start({ zh: "设置", en: "Settings" }, SettingsSidebar);
