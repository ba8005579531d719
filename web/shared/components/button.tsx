import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';

type ButtonKind = 'main' | 'quiet' | 'plain' | 'danger';

interface ButtonLook {
  /** `main` once a screen; `quiet` beside it; `plain` like a link; `danger` for what destroys. */
  readonly kind?: ButtonKind;
  /** As wide as its column: the main button of a phone screen. */
  readonly wide?: boolean;
}

interface ButtonProps extends ButtonLook, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Waiting for the server: stays where it is, says so, takes no second press. */
  readonly busy?: boolean;
}

/** A verb that can be pressed. */
export function Button({ kind, wide, busy = false, className, ...rest }: ButtonProps) {
  const look = buttonLook({ ...(kind && { kind }), ...(wide && { wide }) });
  const { onClick, children, ...button } = rest;
  return (
    <button
      type="button"
      {...button}
      className={className ? `${look} ${className}` : look}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy && <span className={styles.turning} aria-hidden="true" />}
      {children}
    </button>
  );
}

/** The class of a link that looks like a button: `<Link to="…" className={buttonLook({ wide: true })}>`. */
export function buttonLook({ kind = 'main', wide = false }: ButtonLook = {}): string {
  return [styles.button, styles[kind], wide && styles.wide].filter(Boolean).join(' ');
}
