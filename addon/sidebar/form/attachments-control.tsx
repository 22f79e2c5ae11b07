// Files of a row: sent to the backend at once, and named by the row when it is saved.
import { useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES } from "../../../shared/ledger/fields/attachment.ts";
import type { UploadedFile } from "../../rpc-contract.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";
import { type ControlProps, commonOf, useLedgerId } from "./control-props.ts";

const WORDS = {
  remove: { zh: "移除", en: "Remove" },
  sending: { zh: "正在上传…", en: "Uploading…" },
  tooLarge: {
    zh: "文件超过 4 MB;请压缩后再传。",
    en: "The file is larger than 4 MB; please compress it first.",
  },
} as const satisfies Record<string, Text>;

const ACCEPTED = Object.keys(ATTACHMENT_TYPES).join(",");

export function AttachmentsControl(props: ControlProps) {
  const { t } = useSession();
  const ledger = useLedgerId();
  const { field, value, onChange } = props;
  const files = filesIn(value);
  const [told, setTold] = useState<Text | null>(null);
  const put = (next: readonly UploadedFile[]) => onChange(next.length > 0 ? next : "");
  const sending = useAction(async (file: File) => {
    setTold(null);
    if (file.size > MAX_ATTACHMENT_BYTES) return setTold(WORDS.tooLarge);
    const answer = await call("uploadFile", { ledger, name: file.name, base64: await base64Of(file) });
    if (!answer.ok) return setTold(answer.message);
    put([...files, answer.value]);
  });
  return (
    <div class="files">
      <ul>
        {files.map((file) => (
          <li key={file.key}>
            {file.name}{" "}
            <BusyButton
              look="link"
              label={`${t(WORDS.remove)} ${file.name}`}
              onPress={() => put(files.filter(({ key }) => key !== file.key))}
            >
              {t(WORDS.remove)}
            </BusyButton>
          </li>
        ))}
      </ul>
      {files.length < (field.shape.maximum ?? 10) && (
        <input
          {...commonOf(props)}
          type="file"
          accept={ACCEPTED}
          disabled={sending.busy}
          onChange={(event) => {
            const file = event.currentTarget.files?.item(0);
            event.currentTarget.value = "";
            if (file) sending.run(file);
          }}
        />
      )}
      <p role="status" class={sending.busy ? "waiting" : "hidden"}>
        {sending.busy && t(WORDS.sending)}
      </p>
      {told && (
        <p class="wrong" role="alert">
          {t(told)}
        </p>
      )}
    </div>
  );
}

function filesIn(value: unknown): UploadedFile[] {
  return Array.isArray(value) ? value.filter(isFile) : [];
}

function isFile(given: unknown): given is UploadedFile {
  return typeof given === "object" && given !== null && "key" in given && "name" in given;
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
