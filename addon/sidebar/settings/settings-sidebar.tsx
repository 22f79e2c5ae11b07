// Settings and set-up: the wizard while the workbook has no ledgers, afterwards what can be changed.
import { useState } from "preact/hooks";
import { useSession } from "../frame/session.ts";
import { SetUpWizard } from "./set-up-wizard.tsx";
import { SettingsForm } from "./settings-form.tsx";

export function SettingsSidebar() {
  const { boot, reload } = useSession();
  // The wizard stays until its last word was read, though the workbook is set up by then.
  const [wizard, setWizard] = useState(boot.mode === null);
  if (wizard) {
    return (
      <SetUpWizard
        done={() => {
          setWizard(false);
          reload();
        }}
      />
    );
  }
  return <SettingsForm setUpAgain={() => setWizard(true)} />;
}
