"""The style sheet of the application: what a native control needs to look like the drawings.

A widget says what it is by the property `look`; names of widgets are for tests, not for styles.
"""

from __future__ import annotations

from collections.abc import Callable

from c42desktop import assets
from c42desktop.ui.tokens import Theme

Scale = Callable[[float], int]


def stylesheet(theme: Theme, px: Scale) -> str:
    """The whole sheet for one theme."""
    parts = (_surfaces, _texts, _buttons, _fields, _choices, _tabs, _lists, _scrollbars, _menus)
    return "\n".join(part(theme, px) for part in parts)


def _surfaces(theme: Theme, px: Scale) -> str:
    return f"""
    QWidget[look="page"], QDialog {{ background: {theme.background}; }}
    QWidget[look="sidebar"] {{ background: {theme.sidebar}; }}
    QFrame[look="card"] {{ background: {theme.card}; border: 1px solid {theme.line}; border-radius: {px(9)}px; }}
    QWidget[look="popover"] {{ background: {theme.card if theme.dark else theme.background};
        border: 1px solid {theme.line}; }}
    QFrame[look="line"] {{ background: {theme.line}; border: none; }}
    QFrame[look="offline"] {{ background: {theme.amber.fill}; }}
    QFrame[look="error"] {{ background: {theme.red.fill}; }}
    QFrame[look="info"] {{ background: {theme.blue.fill}; }}
    QFrame[look="cancelled"] {{ background: {theme.red.fill}; border-radius: {px(7)}px; }}
    QFrame[look="problem"] {{ background: {theme.amber.fill}; border-radius: {px(7)}px; }}
    QFrame[look="offline"] QLabel, QFrame[look="problem"] QLabel {{ color: {theme.amber.text}; }}
    QFrame[look="error"] QLabel, QFrame[look="cancelled"] QLabel {{ color: {theme.red.text}; }}
    QFrame[look="info"] QLabel {{ color: {theme.blue.text}; }}
    QFrame[look="offline"] QLabel, QFrame[look="error"] QLabel, QFrame[look="info"] QLabel,
    QFrame[look="cancelled"] QLabel {{ font-weight: 500; font-size: {px(12)}px; }}
    QSplitter::handle {{ background: {theme.line}; }}
    QScrollArea, QScrollArea > QWidget > QWidget[look="clear"] {{ background: transparent; border: none; }}
    QScrollArea[look="scroll"] {{ border: 1px solid transparent; }}
    QScrollArea[look="scroll"]:focus {{ border-color: {theme.accent}; }}
    QToolTip {{ background: {theme.card}; color: {theme.text}; border: 1px solid {theme.line}; padding: 4px; }}
    """


def _texts(theme: Theme, px: Scale) -> str:
    return f"""
    QLabel {{ background: transparent; }}
    QLabel[look="hero"] {{ font-size: {px(22)}px; font-weight: 700; }}
    QLabel[look="title"] {{ font-size: {px(18)}px; font-weight: 700; }}
    QLabel[look="when"] {{ font-size: {px(14)}px; font-weight: 500; }}
    QLabel[look="strong"] {{ font-weight: 600; }}
    QLabel[look="faded"] {{ font-weight: 600; color: {theme.secondary}; }}
    QLabel[look="label"] {{ font-size: {px(12)}px; font-weight: 600; }}
    QLabel[look="section"] {{ font-size: {px(11)}px; font-weight: 600; color: {theme.secondary}; }}
    QLabel[look="secondary"] {{ color: {theme.secondary}; font-size: {px(12)}px; }}
    QLabel[look="quiet"] {{ color: {theme.secondary}; }}
    QLabel[look="fault"] {{ color: {theme.red.text}; font-size: {px(12)}px; }}
    QLabel[look="alarm"] {{ color: {theme.red.text}; font-weight: 600; }}
    QLabel[look^="mark-"] {{ font-size: {px(11)}px; font-weight: 600; border-radius: {px(6)}px; }}
    QLabel[look="mark-pass"] {{ color: {theme.green.text}; background: {theme.green.fill}; }}
    QLabel[look="mark-warning"] {{ color: {theme.amber.text}; background: {theme.amber.fill}; }}
    QLabel[look="mark-failure"] {{ color: {theme.red.text}; background: {theme.red.fill}; }}
    QLabel[look="mark-skipped"] {{ color: {theme.quiet.text}; background: {theme.quiet.fill}; }}
    QTextBrowser[look="link"] {{ background: transparent; border: none; }}
    QTextBrowser[look="prose"] {{ background: transparent; border: none; color: {theme.secondary}; }}
    QTextBrowser[look="link"]:focus, QTextBrowser[look="prose"]:focus {{ background: {theme.selection}; }}
    """


def _buttons(theme: Theme, px: Scale) -> str:
    disabled = theme.line
    return f"""
    QPushButton {{ background: {theme.card if theme.dark else theme.background}; color: {theme.text};
        border: 1px solid {theme.line}; border-radius: {px(7)}px; font-weight: 500;
        padding: 0 {px(11)}px; min-height: {px(26)}px; }}
    QPushButton[fit="large"] {{ min-height: {px(32)}px; padding: 0 {px(18)}px; }}
    QPushButton[fit="field"] {{ min-height: {px(34)}px; }}
    QPushButton:hover {{ background: {theme.hover}; }}
    QPushButton:pressed {{ background: {theme.line}; }}
    QPushButton:focus {{ border-color: {theme.accent}; }}
    QPushButton:disabled {{ color: {theme.secondary}; }}
    QPushButton[fit="day"] {{ padding: 0; min-width: {px(28)}px; }}
    QPushButton:checked {{ background: {theme.selection}; border-color: {theme.accent}; }}
    QPushButton[look="primary"] {{ background: {theme.accent}; color: {theme.on_accent};
        border-color: {theme.accent}; }}
    QPushButton[look="primary"]:hover {{ background: {theme.accent_hover}; border-color: {theme.accent_hover}; }}
    QPushButton[look="primary"]:focus {{ border: 2px solid {theme.selection if theme.dark else theme.accent_hover}; }}
    QPushButton[look="primary"]:disabled {{ background: {disabled}; color: {theme.secondary};
        border-color: {disabled}; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QPushButton[look="link"] {{ background: transparent; border: none; color: {theme.accent}; text-align: left;
        padding: 2px 0; min-height: 0; font-weight: 400; border-radius: 3px; }}
    QPushButton[look="link"][fit="small"] {{ font-size: {px(12)}px; }}
    QPushButton[look="link"]:disabled {{ color: {theme.secondary}; }}
    QPushButton[look="link"]:hover, QPushButton[look="link"]:focus {{ text-decoration: underline; }}
    QFrame[look="offline"] QPushButton {{ color: {theme.amber.text}; }}
    QFrame[look="error"] QPushButton {{ color: {theme.red.text}; }}
    QFrame[look="info"] QPushButton {{ color: {theme.blue.text}; }}
    QFrame[look="offline"] QPushButton, QFrame[look="error"] QPushButton, QFrame[look="info"] QPushButton {{
        font-size: {px(12)}px; font-weight: 500; text-decoration: underline; border: 1px solid transparent;
        padding: 1px {px(3)}px; }}
    QFrame[look="offline"] QPushButton:focus {{ border-color: {theme.amber.text}; }}
    QFrame[look="error"] QPushButton:focus {{ border-color: {theme.red.text}; }}
    QFrame[look="info"] QPushButton:focus {{ border-color: {theme.blue.text}; }}
    QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: {px(6)}px;
        padding: {px(4)}px; }}
    QToolButton:hover {{ background: {theme.hover}; }}
    QToolButton:focus {{ border-color: {theme.accent}; }}
    QToolButton[look="small"] {{ padding: {px(2)}px; }}
    QToolButton[look="month-title"] {{ font-weight: 600; padding: {px(2)}px {px(4)}px; }}
    QWidget[look="sidebar"] QToolButton:hover {{ background: {theme.line}; }}
    """


def _fields(theme: Theme, px: Scale) -> str:
    chevron = assets.path("icons/chevron.svg").as_posix()
    return f"""
    QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QPlainTextEdit {{
        background: {theme.card if theme.dark else theme.background}; color: {theme.text};
        border: 1px solid {theme.line}; border-radius: {px(7)}px; padding: 0 {px(11)}px; min-height: {px(34)}px;
        selection-background-color: {theme.accent}; selection-color: {theme.on_accent}; }}
    QPlainTextEdit {{ padding: {px(4)}px {px(7)}px; }}
    QLineEdit[fit="compact"], QComboBox[fit="compact"] {{ min-height: {px(26)}px; }}
    QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus {{ border-color: {theme.accent}; }}
    QLineEdit[echoMode="2"] {{ lineedit-password-character: 8226; }}
    QLineEdit[fault="true"], QComboBox[fault="true"], QPlainTextEdit[fault="true"] {{ border-color: {theme.red.text}; }}
    QLineEdit:disabled, QComboBox:disabled {{ color: {theme.secondary}; }}
    QLineEdit[readOnly="true"] {{ background: {theme.sidebar}; color: {theme.secondary}; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox:!editable {{ padding-left: {px(13)}px; }}
    QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ border: none; min-height: 0; padding: 0;
        background: transparent; }}
    QSpinBox, QDateEdit, QTimeEdit {{ max-height: {px(34)}px; }}
    QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {{
        width: 0; border: none; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px(28)}px; }}
    QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{chevron}"); width: {px(16)}px; height: {px(16)}px; }}
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {theme.background}; }}
    QCalendarWidget QToolButton {{ color: {theme.text}; font-weight: 600; }}
    QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
    QCalendarWidget QAbstractItemView {{ background: {theme.background}; outline: none;
        alternate-background-color: {theme.background}; selection-background-color: {theme.accent};
        selection-color: {theme.on_accent}; }}
    QComboBox QAbstractItemView {{ background: {theme.background}; border: 1px solid {theme.line};
        selection-background-color: {theme.selection}; selection-color: {theme.text}; outline: none; }}
    QComboBox QAbstractItemView::item {{ min-height: {px(28)}px; padding: 0 {px(8)}px; }}
    QComboBox QAbstractItemView::item:selected {{ background: {theme.selection}; color: {theme.text}; }}
    """


def _choices(theme: Theme, px: Scale) -> str:
    on = "dark" if theme.dark else "light"
    tick, point = (assets.path(f"icons/{name}-{on}.svg").as_posix() for name in ("tick", "point"))
    side = px(14)
    return f"""
    QCheckBox::indicator, QRadioButton::indicator {{ width: {side}px; height: {side}px;
        background: {theme.card if theme.dark else theme.background}; border: 1px solid {theme.secondary}; }}
    QCheckBox::indicator {{ border-radius: {px(4)}px; }}
    QRadioButton::indicator {{ border-radius: {side // 2 + 1}px; }}
    QCheckBox::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent}; image: url("{tick}"); }}
    QRadioButton::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent};
        image: url("{point}"); }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {theme.line}; }}
    QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {theme.accent}; }}
    QRadioButton::indicator:focus {{ border-radius: {side // 2 + 2}px; }}
    QCheckBox {{ spacing: {px(8)}px; }}
    QRadioButton {{ spacing: {px(8)}px; min-height: {px(20)}px; }}
    """


def _tabs(theme: Theme, px: Scale) -> str:
    return f"""
    QTabBar {{ background: transparent; }}
    QTabBar::tab {{ background: transparent; color: {theme.secondary}; border: 1px solid transparent;
        border-radius: {px(7)}px; padding: {px(5)}px {px(10)}px; margin-right: {px(4)}px; font-weight: 500; }}
    QTabBar::tab:hover {{ background: {theme.hover}; }}
    QTabBar::tab:selected {{ background: {theme.selection}; color: {theme.text}; }}
    QTabBar:focus::tab:selected, QTabBar::tab:selected:focus {{ border-color: {theme.accent}; }}
    """


def _lists(theme: Theme, px: Scale) -> str:
    return f"""
    QListView {{ background: {theme.background}; border: none; outline: none; }}
    QWidget[look="sidebar"] QListView {{ background: transparent; }}
    QTableView[look="month"] {{ background: transparent; border: none; outline: none; }}
    QTableView[look="month"] QHeaderView {{ background: transparent; border: none; }}
    QTableView[look="month"] QHeaderView::section {{ background: transparent; border: none; padding: 0;
        color: {theme.secondary}; font-size: {px(11)}px; font-weight: 400; }}
    QListView[look="boxed"] {{ border: 1px solid {theme.line}; border-radius: {px(7)}px; padding: {px(4)}px; }}
    QListView[look="boxed"]:focus {{ border-color: {theme.accent}; }}
    QListWidget[look="boxed"]::item {{ border-radius: {px(6)}px; padding: 0 {px(6)}px; }}
    QListWidget[look="boxed"]::item:hover {{ background: {theme.hover}; }}
    QListWidget[look="boxed"]::item:selected {{ background: {theme.selection}; color: {theme.text}; }}
    """


def _scrollbars(theme: Theme, px: Scale) -> str:
    return f"""
    QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; border: none; }}
    QScrollBar::handle:vertical {{ background: {theme.line}; min-height: {px(32)}px; border-radius: {px(3)}px;
        margin: 2px {px(2)}px; }}
    QScrollBar::handle:vertical:hover {{ background: {theme.secondary}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QScrollBar:horizontal {{ height: 0; }}
    """


def _menus(theme: Theme, px: Scale) -> str:
    return f"""
    QMenu {{ background: {theme.card if theme.dark else theme.background}; border: 1px solid {theme.line};
        padding: {px(6)}px; color: {theme.text}; }}
    QMenu::item {{ padding: {px(5)}px {px(12)}px; border-radius: {px(6)}px; }}
    QMenu::item:selected {{ background: {theme.selection}; }}
    QMenu::item:disabled {{ color: {theme.secondary}; }}
    QMenu::separator {{ height: 1px; background: {theme.line}; margin: {px(4)}px 0; }}
    """
