package org.chainboard.app.ui;

import javafx.css.PseudoClass;

/** The names that style sheets know. A class on a part of the window starts with {@code cb-}. */
public final class Styles {
    // small classes for any label
    public static final String MONO = "mono";
    public static final String SIGN = "sign";
    public static final String MEDIUM = "medium";
    public static final String STRONG = "strong";
    public static final String SMALL = "small";
    public static final String MUTED = "muted";
    public static final String GOOD = "good";
    public static final String BAD = "bad";
    public static final String SECTION_TITLE = "section-title";
    public static final String FIRST = "first";
    public static final String LAST = "last";

    // toolbar
    public static final String TOOLBAR = "cb-toolbar";
    public static final String BRAND = "brand";
    public static final String BRAND_MARK = "brand-mark";
    public static final String DOCUMENT_NAME = "document-name";
    public static final String PRIMARY = "primary";
    public static final String ICON_BUTTON = "icon-button";
    public static final String CHOICE = "choice";
    public static final String CHOICE_LABEL = "choice-label";
    public static final String CHOICE_VALUE = "choice-value";
    public static final String SEGMENT = "segment";
    public static final String PARITY_LAMP = "parity-lamp";
    public static final String OPTION_LIST = "option-list";
    public static final String OPTION_ABOUT = "option-about";
    public static final String OPTION_MISTAKE = "option-mistake";
    public static final String NUMBER_ROW = "number-row";

    // palette
    public static final String PALETTE = "cb-palette";
    public static final String PALETTE_SCROLL = "palette-scroll";
    public static final String PALETTE_ITEM = "palette-item";
    public static final String PALETTE_GLYPH = "palette-glyph";
    public static final String DRAG_GHOST = "drag-ghost";

    // kinds of nodes: a stripe on the card, a glyph in the palette
    public static final String KIND_INPUT = "kind-input";
    public static final String KIND_LAYER = "kind-layer";
    public static final String KIND_ACTIVATION = "kind-activation";
    public static final String KIND_FUNCTION = "kind-function";
    public static final String KIND_CONTAINER = "kind-container";
    public static final String KIND_LOSS = "kind-loss";

    // canvas
    public static final String CANVAS = "cb-canvas";
    public static final String CANVAS_DOT = "canvas-dot";
    public static final String CANVAS_HINT = "canvas-hint";
    public static final String NODE_CARD = "node-card";
    public static final String NODE_STRIPE = "node-stripe";
    public static final String NODE_HEADER = "node-header";
    public static final String NODE_BODY = "node-body";
    public static final String NODE_TITLE = "node-title";
    public static final String NODE_SIZE = "node-size";
    public static final String NODE_VALUE = "node-value";
    public static final String GRADIENT_SIGN = "gradient-sign";
    public static final String GRADIENT_TRACK = "gradient-track";
    public static final String GRADIENT_BAR = "gradient-bar";
    public static final String PROBLEM_TEXT = "problem-text";
    public static final String PROBLEM_BADGE = "problem-badge";
    public static final String PORT = "port";
    public static final String WIRE = "wire";
    public static final String WIRE_HALO = "wire-halo";
    public static final String WIRE_PENDING = "pending";
    public static final String WIRE_LABEL = "wire-label";
    public static final String REFUSAL = "refusal";
    public static final String MARQUEE = "marquee";
    public static final String MINIMAP = "minimap";
    public static final String MINIMAP_NODE = "minimap-node";
    public static final String MINIMAP_VIEW = "minimap-view";

    // inspector
    public static final String INSPECTOR = "cb-inspector";
    public static final String INSPECTOR_PAGE = "inspector-page";
    public static final String INSPECTOR_TITLE = "inspector-title";
    public static final String FIELD_ROW = "field-row";
    public static final String FIELD_LABEL = "field-label";
    public static final String HINT = "hint";
    public static final String MISTAKE = "mistake";
    public static final String FIELD = "field";
    public static final String FIELD_FACT = "field-fact";
    public static final String FIELD_ENDS = "field-ends";
    public static final String QUIET = "quiet";
    public static final String WEIGHTS = "weights";
    public static final String NORM_ROW = "norm-row";
    public static final String FORMULA = "formula";
    public static final String CHAIN_TEXT = "chain-text";
    public static final String CODE_AREA = "code-area";
    public static final String PARAMETER_LIST = "parameter-list";
    public static final String PARAMETER_GROUP = "parameter-group";

    // live panel, status line, dialogs
    public static final String LIVE = "cb-live";
    public static final String LIVE_CARD = "live-card";
    public static final String CARD_TITLE = "card-title";
    public static final String CARD_CAPTION = "card-caption";
    public static final String LIVE_HEAD = "live-head";
    public static final String LIVE_CONTROLS = "live-controls";
    public static final String LIVE_TOGGLE = "live-toggle";
    public static final String LIVE_MENU = "live-menu";
    public static final String LIVE_EMPTY = "live-empty";
    public static final String STATUS = "cb-status";
    public static final String STATUS_DOT = "status-dot";
    public static final String DIALOG_TITLE = "dialog-title";
    public static final String DIALOG_TEXT = "dialog-text";
    public static final String NOTICES = "notices";
    public static final String BANNER = "banner";
    public static final String PREVIEW_TABLE = "preview-table";
    public static final String WIDE_DIALOG = "wide-dialog";
    public static final String CSV_HEAD = "csv-head";
    public static final String CSV_PAGE = "csv-page";
    public static final String CSV_FACTS = "csv-facts";
    public static final String CSV_SUMMARY = "csv-summary";
    public static final String ROLE_TARGET = "role-target";
    public static final String ROLE_IGNORED = "role-ignored";

    // choosing data
    public static final String DATA = "cb-data";
    public static final String DATA_TILES = "data-tiles";
    public static final String DATA_TILE = "data-tile";
    public static final String DATA_ROW = "data-row";
    public static final String DATA_MISTAKE = "data-mistake";

    // states
    public static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    public static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    public static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");
    public static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    public static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    public static final PseudoClass INSERT = PseudoClass.getPseudoClass("insert");
    public static final PseudoClass LIVE_WIRE = PseudoClass.getPseudoClass("live");
    public static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    public static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");
    public static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    public static final PseudoClass AGREED = PseudoClass.getPseudoClass("agreed");
    public static final PseudoClass SLOWER = PseudoClass.getPseudoClass("slower");
    public static final PseudoClass SWITCHING = PseudoClass.getPseudoClass("switching");

    private Styles() {}
}
