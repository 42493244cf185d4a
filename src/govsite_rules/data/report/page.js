"use strict";
(function () {
  var search = document.getElementById("search");
  var boxes = Array.prototype.slice.call(document.querySelectorAll("input[data-kind]"));
  var rows = Array.prototype.slice.call(document.querySelectorAll("[data-row]"));
  var groups = Array.prototype.slice.call(document.querySelectorAll("details[data-group]"));
  var none = document.getElementById("none");
  function apply() {
    var words = search ? search.value.toLowerCase().split(/\s+/).filter(Boolean) : [];
    var kinds = {};
    boxes.forEach(function (box) { kinds[box.getAttribute("data-kind")] = box.checked; });
    var shown = 0;
    rows.forEach(function (row) {
      var kind = row.getAttribute("data-row");
      var text = row.textContent.toLowerCase();
      var fits = (!(kind in kinds) || kinds[kind]) && words.every(function (word) { return text.indexOf(word) >= 0; });
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    groups.forEach(function (group) {
      var left = group.querySelectorAll("[data-row]:not([hidden])").length;
      group.hidden = left === 0;
      if (words.length && left) { group.open = true; }
    });
    if (none) { none.hidden = shown > 0; }
  }
  if (search) { search.addEventListener("input", apply); }
  boxes.forEach(function (box) { box.addEventListener("change", apply); });
  apply();
})();
