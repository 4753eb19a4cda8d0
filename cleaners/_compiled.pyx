# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The two loops that see every element and every byte of a page, in C.

`walk` and `is_crowded` do what walk.py and attributes.py do in Python, for installations without a C compiler; tests
hold them equal. The tree is read by way of lxml's C interface (`etreepublic`) and never changed.
"""

cimport cython
cimport lxml.includes.etreepublic as etree
from libc.string cimport memchr, strcmp, strlen, strncmp
from lxml.includes.tree cimport XML_ELEMENT_NODE, XML_TEXT_NODE, xmlAttr, xmlNode

from cleaners import tags
from cleaners.hidden import SCRIPTED, hides
from cleaners.junk import junk_mark
from cleaners.limits import MAX_ATTRIBUTES, MAX_DEPTH, TooLarge

etree.import_lxml__etree()

cdef dict KINDS = tags.KINDS
cdef int BREAK = tags.BREAK, INLINE = tags.INLINE, BLOCK = tags.BLOCK
cdef int DEEPEST = MAX_DEPTH
cdef Py_ssize_t MOST = 2 * MAX_ATTRIBUTES
cdef const char** RAW = [b"script", b"style", b"textarea", b"title", b"xmp"]
cdef object at_indents = tags.INDENT.split


@cython.no_gc  # boxes know the boxes around them, runs their box, and none the other way: no cycles to look for
cdef class Box:
    """`document.Box`; its element is made when it is asked for, which is seldom."""

    cdef etree._Element root
    cdef xmlNode* node
    cdef readonly str tag
    cdef readonly Box parent
    cdef public str junk
    cdef readonly str mark
    cdef readonly Py_ssize_t start
    cdef readonly Py_ssize_t end
    cdef readonly str name

    @property
    def element(self):
        return etree.elementFactory(self.root._doc, self.node)


@cython.no_gc
cdef class Run:
    """`document.Run`."""

    cdef public str text
    cdef readonly Py_ssize_t link_chars
    cdef public str junk
    cdef public str verdict
    cdef readonly Box box
    cdef public bint good

    @property
    def block(self):
        return self.box.element


def walk(etree._Element root not None, dropped, hidden_classes, hidden_ids):
    cdef Walk state = Walk(root, dropped, hidden_classes, hidden_ids)
    state.children(root._c_node, 1)
    state.flush()
    state.box.end = len(state.runs)
    return state.runs


cdef class Walk:
    cdef etree._Element root
    cdef object dropped
    cdef object hidden_classes
    cdef object hidden_ids
    cdef dict known
    cdef dict marks
    cdef bint hides
    cdef list runs
    cdef Box box
    cdef list pieces
    cdef Py_ssize_t links
    cdef Py_ssize_t link_chars
    cdef Py_ssize_t pre

    def __init__(self, etree._Element root, dropped, hidden_classes, hidden_ids):
        self.root = root
        self.dropped = dropped
        self.hidden_classes = hidden_classes
        self.hidden_ids = hidden_ids
        self.known = {"": False}
        self.marks = {}
        self.hides = bool(hidden_classes or hidden_ids)
        self.runs = []
        self.pieces = []
        self.enter(root._c_node, "", "", "")

    cdef int enter(self, xmlNode* node, str tag, str name, str junk) except -1:
        cdef Box box = Box.__new__(Box)
        box.root = self.root
        box.node = node
        box.tag = tag
        box.parent = self.box
        box.junk = junk
        box.mark = self.box.mark or junk if self.box is not None else junk
        box.start = len(self.runs)
        box.name = name
        self.box = box
        return 0

    cdef int children(self, xmlNode* parent, int depth) except -1:
        cdef xmlNode* node = etree.findChildForwards(parent, 0)
        cdef str tag
        cdef object found
        cdef int kind
        if depth > DEEPEST:
            raise TooLarge(f"nested deeper than {DEEPEST} levels")
        while node is not NULL:
            tag = etree.namespacedName(node)
            found = KINDS.get(tag)
            kind = BLOCK if found is None else found
            if kind == BLOCK:
                self.block(node, tag, depth)
            elif kind == INLINE:
                self.inline(node, tag, depth)
            elif kind == BREAK:
                self.flush()
            if node.next is not NULL and node.next.type != XML_ELEMENT_NODE and not self.skips(node.next):
                self.add(etree.tailOf(node))
            node = etree.nextElement(node)
        return 0

    cdef int inside(self, xmlNode* node, int depth) except -1:
        if node.children is NULL:
            return 0
        if node.children.type != XML_ELEMENT_NODE and not self.skips(node.children):
            self.add(etree.textOf(node))
        return self.children(node, depth + 1)

    cdef int block(self, xmlNode* node, str tag, int depth) except -1:
        cdef Box outer = self.box
        cdef bint pre = tag == "pre"
        self.flush()
        name, junk = self.named(node, tag)
        self.enter(node, tag, name, junk)
        self.pre += pre
        self.inside(node, depth)
        self.flush()
        self.pre -= pre
        self.box.end = len(self.runs)
        self.box = outer
        return 0

    cdef int inline(self, xmlNode* node, str tag, int depth) except -1:
        cdef str style = attribute(node, "style")
        cdef bint linked
        if style is not None and hides(style):
            return 0
        if tag == "rt" and strcmp(<const char*>node.parent.name, "ruby") == 0:
            return 0
        if self.hides and self.is_hidden(attribute(node, "class") or "", attribute(node, "id") or ""):
            return 0
        linked = tag == "a" and attribute(node, "href") is not None
        self.links += linked
        self.inside(node, depth)
        self.links -= linked
        return 0

    cdef tuple named(self, xmlNode* node, str tag):
        cdef str name = attribute(node, "class") or "", ident = attribute(node, "id") or ""
        cdef str style = attribute(node, "style")
        if self.dropped and etree.elementFactory(self.root._doc, node) in self.dropped:
            return name, "profile"
        if style is not None and hides(style) and ident not in SCRIPTED:
            return name, "hidden"
        if attribute(node, "hidden") is not None or (self.hides and self.is_hidden(name, ident)):
            return name, "hidden"
        return name, self.mark(tag, f"{name} {ident}" if ident else name)

    cdef str mark(self, str tag, str name):
        cdef tuple key = (tag, name)
        cdef object found = self.marks.get(key)
        if found is None:
            found = self.marks[key] = junk_mark(tag, name)
        return found

    cdef bint is_hidden(self, str name, str ident) except -1:
        cdef object hidden
        if ident in self.hidden_ids:
            return True
        hidden = self.known.get(name)
        if hidden is None:
            hidden = self.known[name] = not self.hidden_classes.isdisjoint(name.split())
        return hidden

    cdef bint skips(self, xmlNode* text):
        """Text that opens no run: one node of nothing but ASCII blanks. A quick look; `add` looks again."""
        cdef const unsigned char* at = <const unsigned char*>text.content
        if self.pieces or text.type != XML_TEXT_NODE or at is NULL:
            return False
        if text.next is not NULL and text.next.type != XML_ELEMENT_NODE:
            return False
        while at[0] == 32 or 9 <= at[0] <= 13:
            at += 1
        return at[0] == 0

    cdef int add(self, str text) except -1:
        cdef list lines
        if not text or not (self.pieces or not text.isspace()):
            return 0
        if self.pre and "\n" in text:
            *lines, text = text.split("\n")
            for line in lines:
                self.pieces.append(line)
                self.flush()
        self.pieces.append(text)
        if self.links:
            self.link_chars += len(text.strip())
        return 0

    cdef int flush(self) except -1:
        cdef list pieces = self.pieces
        cdef str raw, part
        cdef Py_ssize_t links = self.link_chars
        if not pieces:
            return 0
        raw = pieces[0] if len(pieces) == 1 else "".join(pieces)
        self.pieces = []
        self.link_chars = 0
        for part in at_indents(raw) if "\u3000\u3000" in raw else (raw,):
            links -= self.append(" ".join(part.split()), links)
        return 0

    cdef Py_ssize_t append(self, str text, Py_ssize_t links):
        """Add a run; returns how many of the link characters are its own."""
        cdef Run run
        if not text:
            return 0
        run = Run.__new__(Run)
        run.text = text
        run.link_chars = min(links, len(text))
        run.junk = self.box.mark
        run.verdict = ""
        run.box = self.box
        self.runs.append(run)
        return run.link_chars


cdef str attribute(xmlNode* node, const char* name):
    cdef xmlAttr* found = node.properties
    while found is not NULL:
        if strcmp(<const char*>found.name, name) == 0:
            return etree.attributeValue(node, found)
        found = found.next
    return None


def is_crowded(bytes data not None):
    cdef const char* at = data
    cdef const char* end = at + len(data)
    cdef const char* raw
    while True:
        at = <const char*>memchr(at, b"<", end - at)
        if at is NULL:
            return False
        at += 1
        if strncmp(at, "!--", 3) == 0:
            at = after_comment(at + 3, end)
        elif is_letter(at[0]):
            raw = raw_name(at)
            if words(&at, end) > MOST:
                return True
            if raw is not NULL:
                at = after_raw(at, end, raw)


cdef Py_ssize_t words(const char** tag, const char* end) noexcept:
    """How many words a tag has, its name and attributes, values in quotes left out. Moves to the tag's end."""
    cdef const char* at = tag[0]
    cdef Py_ssize_t count = 0
    cdef bint inside = False
    while at < end and at[0] != b">":
        if at[0] == b"=":
            at = after_quoted(at + 1, end)
            inside = False
        elif is_blank(at[0]) or at[0] == b"/":
            at += 1
            inside = False
        else:
            count += not inside
            at += 1
            inside = True
    tag[0] = at
    return count


cdef const char* after_quoted(const char* at, const char* end) noexcept:
    """Where a value in quotes ends; where it begins when there are no quotes."""
    cdef const char* close
    while at < end and is_blank(at[0]):
        at += 1
    if at == end or (at[0] != b'"' and at[0] != b"'"):
        return at
    close = <const char*>memchr(at + 1, at[0], end - at - 1)
    return end if close is NULL else close + 1


cdef const char* after_comment(const char* at, const char* end) noexcept:
    if at[0] == b">" or strncmp(at, "->", 2) == 0:
        return at
    while True:
        at = <const char*>memchr(at, b"-", end - at)
        if at is NULL:
            return end
        at += 1
        if strncmp(at, "->", 2) == 0 or strncmp(at, "-!>", 3) == 0:
            return at


cdef const char* raw_name(const char* tag) noexcept:
    """The name of a tag whose content is no markup; NULL for all others."""
    for name in RAW[:5]:
        if begins(tag, name) and not is_word(tag[strlen(name)]):
            return name
    return NULL


cdef const char* after_raw(const char* at, const char* end, const char* name) noexcept:
    """Where the end tag of such a tag begins."""
    while True:
        at = <const char*>memchr(at, b"<", end - at)
        if at is NULL:
            return end
        if at[1] == b"/" and begins(at + 2, name):
            return at
        at += 1


cdef bint begins(const char* text, const char* name) noexcept:
    """Whether text begins with a name, in upper or lower case."""
    while name[0] != 0 and (text[0] | 32) == name[0]:
        text += 1
        name += 1
    return name[0] == 0


cdef bint is_word(char c) noexcept:
    return is_letter(c) or b"0" <= c <= b"9" or c == b"_"


cdef bint is_letter(char c) noexcept:
    return b"a" <= (c | 32) <= b"z"


cdef bint is_blank(char c) noexcept:
    return c == 32 or 9 <= c <= 13
