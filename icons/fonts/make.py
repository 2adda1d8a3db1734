#!/usr/bin/env python3
"""Builds the four bundled faces from Inter 4 and JetBrains Mono: tabular digits by default, subset, renamed.

usage: make.py [INTER_FOLDER [MONO_FILE [OUTPUT_FOLDER]]]

The defaults are the folders of Debian's fonts-inter and fonts-jetbrains-mono and the program's
resources; it needs Debian's python3-fonttools. JavaFX cannot switch OpenType features, so the digits
of equal width take the place of the usual ones in the character map.
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [(0x20, 0x250), (0x370, 0x530), (0x1E00, 0x1F00), (0x2000, 0x2070), (0x20A0, 0x20C0), (0x2190, 0x21FF)]
SINGLES = {0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25CF, 0x25CB}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt"]


def tabular(font):
    """Glyph name -> glyph name of the font's `tnum` feature."""
    gsub, pairs = font["GSUB"].table, {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    pairs.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    return pairs


def rename(font, family, bold):
    """JavaFX picks faces by family and bold flag only, so every name record and style flag has to agree."""
    style = "Bold" if bold else "Regular"
    names = font["name"]
    for number in (16, 17, 21, 22, 25):
        names.removeNames(nameID=number)
    full = family + (" Bold" if bold else "")
    texts = {1: family, 2: style, 3: f"{family} {style}", 4: full, 6: family.replace(" ", "") + "-" + style}
    for record in names.names:
        if record.nameID in texts:
            record.string = texts[record.nameID]
    font["head"].macStyle = 1 if bold else 0
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["OS/2"].usWeightClass = 700 if bold else 400


def build(source, target, family, bold=False, features=FEATURES):
    """Writes `target` and stops where its digits have not one width."""
    font = TTFont(source, recalcTimestamp=False)
    swap = tabular(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for digit in map(ord, "0123456789"):
                table.cmap[digit] = swap.get(table.cmap[digit], table.cmap[digit])
    rename(font, family, bold)
    options = subset.Options(layout_features=features, name_IDs=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={u for a, b in RANGES for u in range(a, b)} | SINGLES)
    subsetter.subset(font)
    font.save(target)
    made = TTFont(target)
    widths = {made["hmtx"][made.getBestCmap()[ord(d)]][0] for d in "0123456789"}
    print(f"{target.name}: {target.stat().st_size // 1024} kB, digit widths {sorted(widths)}")
    assert max(widths) - min(widths) <= 4, "digits are not tabular"


def main():
    here = pathlib.Path(__file__).resolve().parents[2]
    defaults = [
        "/usr/share/fonts/opentype/inter",
        "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf",
        here / "src/main/resources/org/culvert/desktop/look/fonts",
    ]
    given = sys.argv[1:]
    inter, mono, out = map(pathlib.Path, given + defaults[len(given):])
    build(inter / "Inter-Regular.otf", out / "CulvertUI-Regular.otf", "Culvert UI")
    build(inter / "Inter-SemiBold.otf", out / "CulvertUI-Bold.otf", "Culvert UI", bold=True)
    build(inter / "Inter-Medium.otf", out / "CulvertUIMedium-Regular.otf", "Culvert UI Medium")
    build(mono, out / "CulvertMono-Regular.ttf", "Culvert Mono", features=["mark", "mkmk", "ccmp"])


main()
