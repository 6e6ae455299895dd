// A dialog over a veil, with React Aria's focus keeping. Every dialog of the window is one of these.
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import styles from "./sheet.module.css";

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** narrow: a question; wide: a page of things. */
  readonly size?: "narrow" | "wide";
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
  return (
    <ModalOverlay
      isOpen
      data-size={size}
      isDismissable
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
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
