// Hides what does not hold every word that is looked for. Without this the page is whole, and the browser's own search works.
(() => {
  const field = document.getElementById("search");
  const found = document.getElementById("found");
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const leaves = [...document.querySelectorAll(".story, .question")].map((leaf) => [leaf, plain(leaf.textContent)]);
  const parts = [...document.querySelectorAll("main > section")];
  field.parentElement.hidden = false;
  field.addEventListener("input", () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [leaf, text] of leaves) {
      leaf.hidden = !words.every((word) => text.includes(word));
      shown += leaf.hidden ? 0 : 1;
    }
    for (const part of parts) {
      part.hidden = words.length > 0 && !part.querySelector(".story:not([hidden]), .question:not([hidden])");
    }
    document.body.classList.toggle("searching", words.length > 0);
    found.textContent = words.length ? `${shown} / ${leaves.length}` : "";
  });
})();
