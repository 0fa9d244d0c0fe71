/** What a field of a form is called on the screen, and the row or group it stands in; null = the form shows none of that name. */
export function fieldLabel(form: HTMLFormElement, name: string): { label: string; group: string | null } | null {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement)) return null;
  const label = field.labels?.[0]?.textContent?.trim() ?? '';
  const group = field.closest('fieldset')?.querySelector('legend')?.textContent?.trim() ?? '';
  return label === '' ? null : { label, group: group === '' || group === label ? null : group };
}
