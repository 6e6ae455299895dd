// Asks the second reviewer for a comment: on a place, or on a page as a whole.
import { useTranslation } from "react-i18next";
import { tell } from "../../../app/notices.ts";
import { ReasonSheet } from "../../../ui/reason-sheet.tsx";
import { comment } from "../../signoff/workflow-store.ts";

interface CommentSheetProps {
  readonly title: string;
  readonly about: Omit<Parameters<typeof comment>[0], "text">;
  readonly onClose: () => void;
}

export function CommentSheet({ title, about, onClose }: CommentSheetProps) {
  const { t } = useTranslation();
  return (
    <ReasonSheet
      title={title}
      help={t("signoff.commentHelp")}
      label={t("signoff.commentLabel")}
      confirm={t("signoff.commentSave")}
      onClose={onClose}
      onConfirm={async (text) => {
        await comment({ ...about, text });
        tell(t("signoff.commented"));
      }}
    />
  );
}
