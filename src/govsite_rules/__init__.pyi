"""What type checkers see of the lazily loaded package; a test keeps it equal to ``__init__.py``."""

from . import (
    bulletin as bulletin,
)
from . import (
    checklists as checklists,
)
from . import (
    conformance as conformance,
)
from . import (
    frames as frames,
)
from . import (
    indicators as indicators,
)
from . import (
    interchange as interchange,
)
from . import (
    report as report,
)
from . import (
    spark as spark,
)
from . import (
    testing as testing,
)
from . import (
    wording as wording,
)
from .batch.failure import Failure as Failure
from .batch.folder import read_folder as read_folder
from .batch.many import inspect_many as inspect_many
from .checklists import (
    CENSUS_2015 as CENSUS_2015,
)
from .checklists import (
    LIAONING_2019 as LIAONING_2019,
)
from .checklists import (
    NATIONAL_2019 as NATIONAL_2019,
)
from .checklists import (
    checklist as checklist,
)
from .checklists import (
    load_checklist as load_checklist,
)
from .comparison import compare as compare
from .comparison import due_soon as due_soon
from .comparison import near_veto as near_veto
from .draws import draw as draw
from .errors import ChecklistError as ChecklistError
from .errors import GovsiteError as GovsiteError
from .errors import InputError as InputError
from .errors import LimitError as LimitError
from .indicators import CATALOG as CATALOG
from .indicators import COMPANIONS as COMPANIONS
from .indicators import indicator_of as indicator_of
from .indicators.messages import message as message
from .inspection import Coverage as Coverage
from .inspection import Inspection as Inspection
from .inspection import inspect as inspect
from .interchange import from_json as from_json
from .interchange import to_json as to_json
from .parse.facts import merge as merge
from .parse.facts import page_facts as page_facts
from .parse.feeds import parse_feed as parse_feed
from .parse.finish import finish as finish
from .parse.page import parse_page as parse_page
from .parse.site import assemble_site as assemble_site
from .scoring.rates import pass_rate as pass_rate
from .scoring.records import (
    Decision as Decision,
)
from .scoring.records import (
    Declaration as Declaration,
)
from .scoring.records import (
    Found as Found,
)
from .scoring.records import (
    Review as Review,
)
from .scoring.records import (
    Score as Score,
)
from .scoring.records import (
    Standing as Standing,
)
from .scoring.records import (
    Verdict as Verdict,
)
from .scoring.records import (
    Waiver as Waiver,
)
from .values import (
    NO_DATE as NO_DATE,
)
from .values import (
    SHANGHAI as SHANGHAI,
)
from .values import (
    Absent as Absent,
)
from .values import (
    AccountProfile as AccountProfile,
)
from .values import (
    Column as Column,
)
from .values import (
    ColumnHint as ColumnHint,
)
from .values import (
    ColumnKind as ColumnKind,
)
from .values import (
    ColumnState as ColumnState,
)
from .values import (
    DatedEntry as DatedEntry,
)
from .values import (
    DateReading as DateReading,
)
from .values import (
    DateSource as DateSource,
)
from .values import (
    Entry as Entry,
)
from .values import (
    Evidence as Evidence,
)
from .values import (
    FeedSnapshot as FeedSnapshot,
)
from .values import (
    Finding as Finding,
)
from .values import (
    Guide as Guide,
)
from .values import (
    GuideElement as GuideElement,
)
from .values import (
    GuideReading as GuideReading,
)
from .values import (
    GuideState as GuideState,
)
from .values import (
    Homepage as Homepage,
)
from .values import (
    Incident as Incident,
)
from .values import (
    IncidentKind as IncidentKind,
)
from .values import (
    Interpretation as Interpretation,
)
from .values import (
    Judgement as Judgement,
)
from .values import (
    Leader as Leader,
)
from .values import (
    Level as Level,
)
from .values import (
    Link as Link,
)
from .values import (
    LinkCheck as LinkCheck,
)
from .values import (
    LinkResult as LinkResult,
)
from .values import (
    LinkState as LinkState,
)
from .values import (
    Mark as Mark,
)
from .values import (
    Marks as Marks,
)
from .values import (
    MarkState as MarkState,
)
from .values import (
    Measure as Measure,
)
from .values import (
    Message as Message,
)
from .values import (
    MessageKind as MessageKind,
)
from .values import (
    Outcome as Outcome,
)
from .values import (
    PageCheck as PageCheck,
)
from .values import (
    PageKind as PageKind,
)
from .values import (
    PageRole as PageRole,
)
from .values import (
    PageSnapshot as PageSnapshot,
)
from .values import (
    Period as Period,
)
from .values import (
    Platform as Platform,
)
from .values import (
    PlatformKind as PlatformKind,
)
from .values import (
    PlatformName as PlatformName,
)
from .values import (
    PolicyFile as PolicyFile,
)
from .values import (
    Post as Post,
)
from .values import (
    RunningStatus as RunningStatus,
)
from .values import (
    Seen as Seen,
)
from .values import (
    SiteProfile as SiteProfile,
)
from .values import (
    SiteSnapshot as SiteSnapshot,
)
from .values import (
    Subject as Subject,
)
from .values import (
    SubjectKind as SubjectKind,
)
from .values import (
    Survey as Survey,
)
from .values import (
    TaggedPage as TaggedPage,
)
from .values import (
    Target as Target,
)
from .values import (
    TargetKind as TargetKind,
)
from .values import (
    Trial as Trial,
)
from .values import (
    TrialKind as TrialKind,
)
from .values import (
    Try as Try,
)
from .values import (
    TryResult as TryResult,
)
from .values import (
    Updates as Updates,
)
from .values import (
    WordingFacts as WordingFacts,
)

__version__: str
