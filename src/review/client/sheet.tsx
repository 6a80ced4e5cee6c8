// A sheet over the page: it takes the focus, and gives it back.
import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";

export function Sheet({
  title,
  close,
  children,
}: {
  title: string;
  close: () => void;
  children: ComponentChildren;
}): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="sheet-title" onClose={close}>
      <h2 id="sheet-title">{title}</h2>
      {children}
    </dialog>
  );
}
