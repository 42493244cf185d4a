"""What type checkers see of the lazily loaded package; a test keeps it equal to ``__init__.py``."""

from . import (
    bulletin as bulletin,
    checklists as checklists,
    conformance as conformance,
    frames as frames,
    indicators as indicators,
    interchange as interchange,
    report as report,
    spark as spark,
    testing as testing,
    wording as wording,
)
from .batch.failure import Failure as Failure
from .batch.folder import read_folder as read_folder
from .batch.many import inspect_many as inspect_many
from .checklists import (
    CENSUS_2015 as CENSUS_2015,
    LIAONING_2019 as LIAONING_2019,
    NATIONAL_2019 as NATIONAL_2019,
    checklist as checklist,
    load_checklist as load_checklist,
)
from .comparison import compare as compare, due_soon as due_soon, near_veto as near_veto
from .draws import draw as draw
from .errors import ChecklistError as ChecklistError, GovsiteError as GovsiteError, InputError as InputError, LimitError as LimitError
from .indicators import CATALOG as CATALOG, COMPANIONS as COMPANIONS, indicator_of as indicator_of
from .indicators.messages import message as message
from .inspection import Coverage as Coverage, Inspection as Inspection, inspect as inspect
from .interchange import from_json as from_json, to_json as to_json
from .parse.facts import merge as merge, page_facts as page_facts
from .parse.feeds import parse_feed as parse_feed
from .parse.finish import finish as finish
from .parse.page import parse_page as parse_page
from .parse.site import assemble_site as assemble_site
from .scoring.rates import pass_rate as pass_rate
from .scoring.records import (
    Decision as Decision,
    Declaration as Declaration,
    Found as Found,
    Review as Review,
    Score as Score,
    Standing as Standing,
    Verdict as Verdict,
    Waiver as Waiver,
)
from .values import (
    Absent as Absent,
    AccountProfile as AccountProfile,
    Column as Column,
    ColumnHint as ColumnHint,
    ColumnKind as ColumnKind,
    ColumnState as ColumnState,
    DateReading as DateReading,
    DateSource as DateSource,
    Entry as Entry,
    Evidence as Evidence,
    FeedSnapshot as FeedSnapshot,
    Finding as Finding,
    Guide as Guide,
    Incident as Incident,
    IncidentKind as IncidentKind,
    Judgement as Judgement,
    Level as Level,
    Link as Link,
    LinkCheck as LinkCheck,
    LinkResult as LinkResult,
    Mark as Mark,
    MarkState as MarkState,
    Marks as Marks,
    Measure as Measure,
    Message as Message,
    MessageKind as MessageKind,
    Outcome as Outcome,
    PageKind as PageKind,
    PageRole as PageRole,
    PageSnapshot as PageSnapshot,
    Platform as Platform,
    PlatformKind as PlatformKind,
    PlatformName as PlatformName,
    Post as Post,
    RunningStatus as RunningStatus,
    SHANGHAI as SHANGHAI,
    Seen as Seen,
    SiteProfile as SiteProfile,
    SiteSnapshot as SiteSnapshot,
    Subject as Subject,
    SubjectKind as SubjectKind,
    Survey as Survey,
    Target as Target,
    TargetKind as TargetKind,
    Trial as Trial,
    TrialKind as TrialKind,
    Try as Try,
    TryResult as TryResult,
)

__version__: str
