"""One tab of PyQtWebEngine, which carries the release of Chromium 69. Commands come line by line as JSON on standard input
(`{"do": "go", "url": …}`, `run`, `click`, `type`, `pdf`), each is answered by a line on standard output.
Usage: qt.py FOLDER SCRIPT; files that a page hands out go into the folder, the script runs before those of a page."""

import json
import os
import sys

os.environ['QTWEBENGINE_DISABLE_SANDBOX'] = '1'
os.environ['QTWEBENGINE_CHROMIUM_FLAGS'] = '--no-sandbox --disable-gpu --lang=zh-CN'
os.environ['QT_QPA_PLATFORM'] = 'offscreen'

from PyQt5.QtCore import QEvent, QPoint, QSocketNotifier, Qt, QUrl  # noqa: E402
from PyQt5.QtGui import QKeyEvent  # noqa: E402
from PyQt5.QtTest import QTest  # noqa: E402
from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineScript, QWebEngineView  # noqa: E402
from PyQt5.QtWidgets import QApplication  # noqa: E402

folder, watch = sys.argv[1:]


def answer(**given):
    sys.stdout.write(json.dumps(given) + '\n')
    sys.stdout.flush()


class Page(QWebEnginePage):
    errors = []

    def javaScriptConsoleMessage(self, level, text, line, source):
        # What a policy refused or has of newer words is told among them as well, and that an observer waits for the next frame.
        about_policy = 'Content Security Policy' in text or 'Content-Security-Policy' in text
        if level == QWebEnginePage.ErrorMessageLevel and not about_policy and not text.startswith('ResizeObserver loop '):
            self.errors.append('%s (%s:%s)' % (text, source, line))

    def javaScriptConfirm(self, origin, text):
        # Asked as well before what was entered is left: a dialog would wait for a person.
        return True


class Tab:
    def __init__(self):
        self.view = QWebEngineView()
        self.page = Page(self.view)
        self.view.setPage(self.page)
        self.view.resize(1280, 900)
        self.view.show()
        script = QWebEngineScript()
        script.setSourceCode(watch)
        script.setInjectionPoint(QWebEngineScript.DocumentCreation)
        script.setWorldId(QWebEngineScript.MainWorld)
        self.page.scripts().insert(script)
        self.page.loadFinished.connect(self.loaded)
        self.page.pdfPrintingFinished.connect(lambda path, done: answer(done=done))
        self.page.profile().downloadRequested.connect(self.keep)
        self.page.renderProcessTerminated.connect(lambda status, code: answer(ended=code))
        self.page.profile().setHttpAcceptLanguage('zh-CN,zh')
        self.going = False

    def keep(self, item):
        item.setPath(os.path.join(folder, os.path.basename(item.path())))
        item.accept()

    def loaded(self, well):
        if self.going:
            self.going = False
            answer(loaded=well)

    def do(self, command):
        name = command['do']
        if name == 'go':
            self.page.errors.clear()
            self.going = True
            self.view.load(QUrl(command['url']))
        elif name == 'run':
            self.page.runJavaScript(command['code'], lambda value: answer(value=value, errors=self.page.errors))
        elif name == 'click':
            at = QPoint(int(command['x']), int(command['y']))
            QTest.mouseClick(self.view.focusProxy(), Qt.LeftButton, Qt.NoModifier, at)
            answer()
        elif name == 'type':
            for kind in (QEvent.KeyPress, QEvent.KeyRelease):
                QApplication.sendEvent(self.view.focusProxy(), QKeyEvent(kind, 0, Qt.NoModifier, command['text']))
            answer()
        elif name == 'pdf':
            self.page.printToPdf(command['file'])


app = QApplication(sys.argv[:1])
tab = Tab()
waiting = b''


def read():
    global waiting
    data = os.read(0, 1 << 16)
    if not data:
        app.quit()
        return
    *lines, waiting = (waiting + data).split(b'\n')
    for line in lines:
        tab.do(json.loads(line))


notifier = QSocketNotifier(0, QSocketNotifier.Read)
notifier.activated.connect(read)
answer(version=tab.page.profile().httpUserAgent())
app.exec_()
