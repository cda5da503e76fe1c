/** Runs in the page: pairs of different texts of one visible chart, of which one covers part of the other. */
export const TEXT_OVERLAPPING = `[...document.querySelectorAll('figure svg')].flatMap((svg) => {
  // Labels of an axis for which there is no room are there, but not seen
  const shown = [...svg.querySelectorAll('text')].filter((text) => text.getAttribute('opacity') !== '0');
  const texts = shown.map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }));
  return texts.flatMap(({ said, box }, i) =>
    texts
      .slice(0, i)
      .filter((other) => {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // Boxes hold the line’s height, which is more than its letters’
        return other.said !== said && across > 1 && down > 3;
      })
      .map((other) => said + ' | ' + other.said),
  );
})`;
