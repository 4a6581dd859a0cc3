"""Facts about the preset shapes of DrawingML: connection sites and adjust values.

Read off ECMA-376 Part 1, annex D (`presetShapeDefinitions.xml`): a name that isn't here, an adjust value that
its preset hasn't got, or a connector's end at a site that isn't there makes PowerPoint offer to repair the
file. What draws shapes and what checks them go by the same table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class PresetFacts:
    """How many connection sites a preset has, numbered from 0, and the names of its adjust values."""

    sites: int
    adjusts: frozenset[str]


TABLE = """
accentBorderCallout1:4:adj1,adj2,adj3,adj4 accentBorderCallout2:4:adj1,adj2,adj3,adj4,adj5,adj6
accentBorderCallout3:4:adj1,adj2,adj3,adj4,adj5,adj6,adj7,adj8 accentCallout1:4:adj1,adj2,adj3,adj4
accentCallout2:4:adj1,adj2,adj3,adj4,adj5,adj6 accentCallout3:4:adj1,adj2,adj3,adj4,adj5,adj6,adj7,adj8
actionButtonBackPrevious:4 actionButtonBeginning:4 actionButtonBlank:4 actionButtonDocument:4
actionButtonEnd:4 actionButtonForwardNext:4 actionButtonHelp:4 actionButtonHome:4
actionButtonInformation:4 actionButtonMovie:4 actionButtonReturn:4 actionButtonSound:4 arc:3:adj1,adj2
bentArrow:4:adj1,adj2,adj3,adj4 bentConnector2:0 bentConnector3:0:adj1 bentConnector4:0:adj1,adj2
bentConnector5:0:adj1,adj2,adj3 bentUpArrow:6:adj1,adj2,adj3 bevel:8:adj blockArc:3:adj1,adj2,adj3
borderCallout1:4:adj1,adj2,adj3,adj4 borderCallout2:4:adj1,adj2,adj3,adj4,adj5,adj6
borderCallout3:4:adj1,adj2,adj3,adj4,adj5,adj6,adj7,adj8 bracePair:4:adj bracketPair:4:adj
callout1:4:adj1,adj2,adj3,adj4 callout2:4:adj1,adj2,adj3,adj4,adj5,adj6
callout3:4:adj1,adj2,adj3,adj4,adj5,adj6,adj7,adj8 can:5:adj chartPlus:0 chartStar:0 chartX:0
chevron:4:adj chord:3:adj1,adj2 circularArrow:4:adj1,adj2,adj3,adj4,adj5 cloud:4
cloudCallout:5:adj1,adj2 corner:4:adj1,adj2 cornerTabs:12 cube:6:adj curvedConnector2:0
curvedConnector3:0:adj1 curvedConnector4:0:adj1,adj2 curvedConnector5:0:adj1,adj2,adj3
curvedDownArrow:5:adj1,adj2,adj3 curvedLeftArrow:5:adj1,adj2,adj3 curvedRightArrow:5:adj1,adj2,adj3
curvedUpArrow:5:adj1,adj2,adj3 decagon:10:vf diagStripe:4:adj diamond:4 dodecagon:12 donut:8:adj
doubleWave:4:adj1,adj2 downArrow:4:adj1,adj2 downArrowCallout:4:adj1,adj2,adj3,adj4 ellipse:8
ellipseRibbon:4:adj1,adj2,adj3 ellipseRibbon2:4:adj1,adj2,adj3 flowChartAlternateProcess:4
flowChartCollate:3 flowChartConnector:8 flowChartDecision:4 flowChartDelay:4 flowChartDisplay:4
flowChartDocument:4 flowChartExtract:4 flowChartInputOutput:6 flowChartInternalStorage:4
flowChartMagneticDisk:5 flowChartMagneticDrum:5 flowChartMagneticTape:4 flowChartManualInput:4
flowChartManualOperation:4 flowChartMerge:4 flowChartMultidocument:4 flowChartOfflineStorage:4
flowChartOffpageConnector:4 flowChartOnlineStorage:4 flowChartOr:8 flowChartPredefinedProcess:4
flowChartPreparation:4 flowChartProcess:4 flowChartPunchedCard:4 flowChartPunchedTape:4 flowChartSort:4
flowChartSummingJunction:8 flowChartTerminator:4 foldedCorner:4:adj frame:4:adj1 funnel:0
gear6:6:adj1,adj2 gear9:9:adj1,adj2 halfFrame:4:adj1,adj2 heart:2 heptagon:7:hf,vf hexagon:6:adj,vf
homePlate:4:adj horizontalScroll:4:adj irregularSeal1:4 irregularSeal2:4 leftArrow:4:adj1,adj2
leftArrowCallout:4:adj1,adj2,adj3,adj4 leftBrace:3:adj1,adj2 leftBracket:3:adj
leftCircularArrow:4:adj1,adj2,adj3,adj4,adj5 leftRightArrow:6:adj1,adj2
leftRightArrowCallout:4:adj1,adj2,adj3,adj4 leftRightCircularArrow:6:adj1,adj2,adj3,adj4,adj5
leftRightRibbon:6:adj1,adj2,adj3 leftRightUpArrow:4:adj1,adj2,adj3 leftUpArrow:8:adj1,adj2,adj3
lightningBolt:7 line:2 lineInv:2 mathDivide:4:adj1,adj2,adj3 mathEqual:6:adj1,adj2 mathMinus:4:adj1
mathMultiply:4:adj1 mathNotEqual:6:adj1,adj2,adj3 mathPlus:4:adj1 moon:4:adj noSmoking:8:adj
nonIsoscelesTrapezoid:4:adj1,adj2 notchedRightArrow:4:adj1,adj2 octagon:8:adj parallelogram:6:adj
pentagon:6:hf,vf pie:4:adj1,adj2 pieWedge:2 plaque:4:adj plaqueTabs:12 plus:4:adj
quadArrow:4:adj1,adj2,adj3 quadArrowCallout:4:adj1,adj2,adj3,adj4 rect:4 ribbon:4:adj1,adj2
ribbon2:4:adj1,adj2 rightArrow:4:adj1,adj2 rightArrowCallout:4:adj1,adj2,adj3,adj4
rightBrace:3:adj1,adj2 rightBracket:3:adj round1Rect:4:adj round2DiagRect:4:adj1,adj2
round2SameRect:4:adj1,adj2 roundRect:4:adj rtTriangle:6 smileyFace:8:adj snip1Rect:4:adj
snip2DiagRect:4:adj1,adj2 snip2SameRect:4:adj1,adj2 snipRoundRect:4:adj1,adj2 squareTabs:16
star10:10:adj,hf star12:12:adj star16:16:adj star24:4:adj star32:4:adj star4:4:adj star5:5:adj,hf,vf
star6:6:adj,hf star7:7:adj,hf,vf star8:8:adj straightConnector1:0 stripedRightArrow:4:adj1,adj2
sun:4:adj swooshArrow:4:adj1,adj2 teardrop:8:adj trapezoid:4:adj triangle:6:adj
upArrowCallout:4:adj1,adj2,adj3,adj4 upDownArrow:8:adj1,adj2 upDownArrowCallout:4:adj1,adj2,adj3,adj4
uturnArrow:5:adj1,adj2,adj3,adj4,adj5 verticalScroll:4:adj wave:4:adj1,adj2
wedgeEllipseCallout:8:adj1,adj2 wedgeRectCallout:5:adj1,adj2 wedgeRoundRectCallout:5:adj1,adj2,adj3
"""
"""Name, number of sites, and adjust names if there are any."""


def _read(table: str) -> Iterator[tuple[str, PresetFacts]]:
    for entry in table.split():
        name, sites, *adjusts = entry.split(":")
        yield name, PresetFacts(int(sites), frozenset(adjusts[0].split(",")) if adjusts else frozenset())


PRESETS = MappingProxyType(dict(_read(TABLE)))
"""All presets by name."""
