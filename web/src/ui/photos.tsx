/** Pictures to be sent along with words. */

import { useI18n } from "../i18n";
import { Icon } from "./icons";
import { buttonClass } from "./kit";
import { LocalPicture } from "./media";

export function PhotoPicker({ files, onChange, most = 5 }: { files: File[]; onChange: (files: File[]) => void; most?: number }) {
  const { t } = useI18n();
  return (
    <div className="grid gap-2">
      {files.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {files.map((file, index) => (
            <li key={`${file.name}.${file.lastModified}`} className="relative">
              <LocalPicture file={file} alt={t("photos.one", { count: index + 1 })} className="size-20 rounded-xl" />
              <button type="button" aria-label={t("photos.remove", { count: index + 1 })} onClick={() => onChange(files.filter((one) => one !== file))} className="absolute -top-2 -right-2 grid size-9 place-items-center rounded-full border border-edge bg-card">
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {files.length < most && (
        <label className={buttonClass("secondary", "small", "justify-self-start has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-leash-deep")}>
          <input
            type="file"
            multiple
            accept="image/jpeg,image/png,image/webp"
            className="cover"
            aria-label={t("photos.add")}
            onChange={(event) => {
              onChange([...files, ...(event.target.files ?? [])].slice(0, most));
              event.target.value = "";
            }}
          />
          <Icon name="camera" size={20} />
          {t("photos.add")}
        </label>
      )}
    </div>
  );
}
