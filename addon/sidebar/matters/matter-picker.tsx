// Finds a matter by post, or by typing Chinese, English or pinyin initials: a combobox for keyboard and screen reader.
import { useRef, useState } from "preact/hooks";
import { searchMatters } from "../../../shared/capabilities/catalogue/catalogue.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { type ControlProps, commonOf } from "../form/control-props.ts";
import { asText } from "../form/raw-values.ts";
import { useSession } from "../frame/session.ts";
import type { ReferenceMatter } from "../rpc/reference.ts";
import { FLOW_LABELS, limitLabel } from "./matter-labels.ts";
import { rememberedPost, rememberPost } from "./remembered-post.ts";

const WORDS = {
  post: { zh: "岗位", en: "Post" },
  everyPost: { zh: "全部岗位", en: "All posts" },
  typeHere: { zh: "输入名称或拼音首字母", en: "type a name or pinyin initials" },
  none: { zh: "没有找到;请换个词,或选“全部岗位”。", en: "Nothing found; try another word or all posts." },
  found: { zh: "项,用上下键选择,回车确定", en: "found; arrow keys choose, Enter confirms" },
  noCatalogue: {
    zh: "还没有事项目录;请连上中心后重新打开。",
    en: "There is no catalogue yet; open again when the centre can be reached.",
  },
} as const satisfies Record<string, Text>;

export function MatterPicker(props: ControlProps) {
  const { t, boot, reference } = useSession();
  const { id, value, describedBy, onChange } = props;
  const [post, setPost] = useState(() => rememberedPost(boot));
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  if (!reference) return <p class="hint">{t(WORDS.noCatalogue)}</p>;

  const chosen = reference.findMatter(value);
  const offered = reference.matters.filter(
    (matter) => matter.active && (post === "" || matter.post === post),
  );
  const found = searchMatters(offered, typed ?? "").flatMap(({ id }) => reference.findMatter(id) ?? []);
  const shown = typed ?? (chosen ? t(chosen.name) : "");
  const activeMatter = open ? found[active] : undefined;

  const close = () => {
    setOpen(false);
    setTyped(null);
    setActive(-1);
  };
  const choose = (matter: ReferenceMatter) => {
    onChange(matter.id);
    close();
  };
  const move = (step: number) => {
    const next = open ? Math.max(0, Math.min(found.length - 1, active + step)) : Math.max(0, active);
    setOpen(true);
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && activeMatter) {
      event.preventDefault();
      choose(activeMatter);
    } else if (event.key === "Tab" && activeMatter && typed !== null) {
      choose(activeMatter);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  };
  return (
    <div class="picker">
      <select
        aria-label={t(WORDS.post)}
        value={post}
        onChange={(event) => {
          setPost(event.currentTarget.value);
          rememberPost(boot, event.currentTarget.value);
        }}
      >
        <option value="">{t(WORDS.everyPost)}</option>
        {reference.posts.map(({ id, name }) => (
          <option key={id} value={id}>
            {t(name)}
          </option>
        ))}
      </select>
      <input
        {...commonOf(props)}
        type="text"
        role="combobox"
        placeholder={t(WORDS.typeHere)}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-describedby={[describedBy, `${id}-count`].filter(Boolean).join(" ")}
        {...(activeMatter ? { "aria-activedescendant": `${id}-${activeMatter.id}` } : {})}
        value={shown}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          setOpen(true);
          setActive(text.trim() === "" ? -1 : 0);
          if (value !== "" && value !== undefined) onChange("");
        }}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(true)}
        onBlur={() => {
          const [only] = found;
          if (asText(typed).trim() !== "" && only && found.length === 1) choose(only);
          else close();
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t(props.field.label)} hidden={!open} ref={list}>
        {open &&
          found.map((matter, at) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox (aria-activedescendant)
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys
            <div
              key={matter.id}
              id={`${id}-${matter.id}`}
              role="option"
              aria-selected={at === active}
              // Before the input loses the focus, and so without closing the list under the pointer.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(matter)}
            >
              <span>{t(matter.name)}</span>
              <span class="soft">
                {t(FLOW_LABELS[matter.flow])} · {t(limitLabel(matter.timeLimit))}
              </span>
            </div>
          ))}
      </div>
      <p class={open && found.length === 0 ? "hint" : "hidden"} id={`${id}-count`} role="status">
        {open && (found.length === 0 ? t(WORDS.none) : `${found.length} ${t(WORDS.found)}`)}
      </p>
    </div>
  );
}
