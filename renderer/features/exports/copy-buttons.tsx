// Saving a copy of an export: as it was certified, or with the reader's key beside it.
import { BookOpen, Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { attempt } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import { KeySheet } from "./key-sheet.tsx";
import { saveCopy } from "./save-copy.ts";

interface CopyButtonsProps {
  readonly exportId: string;
  readonly tone?: "primary" | "plain";
}

export function CopyButtons({ exportId, tone = "plain" }: CopyButtonsProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        tone={tone}
        icon={<Download aria-hidden="true" />}
        data-testid="save-copy"
        onPress={() => attempt(() => saveCopy(exportId))}
      >
        {t("exports.saveCopy")}
      </Button>
      <Button
        icon={<BookOpen aria-hidden="true" />}
        data-testid="save-with-key"
        onPress={() => setAsking(true)}
      >
        {t("exports.key.button")}
      </Button>
      {asking && <KeySheet exportId={exportId} onClose={() => setAsking(false)} />}
    </>
  );
}
