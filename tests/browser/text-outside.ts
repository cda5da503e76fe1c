/** Runs in the page: the texts that reach beyond the frame of their chart. */
export const TEXT_OUTSIDE = `[...document.querySelectorAll('figure svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')]
    .filter((text) => {
      const box = text.getBoundingClientRect();
      const [left, right] = [box.left < frame.left - 1, box.right > frame.right + 1];
      return left || right || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
    })
    .map((text) => text.textContent);
})`;
