// A dialog over a veil, with React Aria's focus keeping. Every dialog of the window is one of these.
import { useRef, type ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import styles from "./sheet.module.css";

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** narrow: a question; middle: a form with fields side by side; wide: a page of things. */
  readonly size?: "narrow" | "middle" | "wide";
  readonly hideTitle?: boolean;
  readonly testId?: string;
}

export function Sheet({
  title,
  onClose,
  children,
  size = "narrow",
  hideTitle,
  testId,
}: SheetProps) {
  // What was typed is not lost to a click beside the sheet, nor is the focus: Escape and Cancel leave it.
  const typed = useRef(false);
  return (
    <ModalOverlay
      isOpen
      data-size={size}
      isDismissable
      shouldCloseOnInteractOutside={() => !typed.current}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) event.preventDefault();
      }}
      className={styles["veil"]!}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`${styles["modal"]} ${styles[size]}`}>
        <Dialog className={styles["dialog"]!} data-sheet="" data-testid={testId}>
          <Heading slot="title" className={hideTitle ? "sr-only" : styles["title"]!}>
            {title}
          </Heading>
          <div
            className={styles["content"]}
            onInput={() => {
              typed.current = true;
            }}
          >
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
