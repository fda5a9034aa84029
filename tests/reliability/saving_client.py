"""Somebody who registers actors through the pages, one after the other, and never gives up."""

import http.client
import re
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlencode

OK, FOUND = 200, 302
_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
_UNREACHABLE = (OSError, http.client.HTTPException)


class SavingClient(threading.Thread):
    """A thread that saves until told to stop; `acknowledged` are the names it got an answer for.

    When the server goes away in the middle of a save, the same form is sent again until
    it is answered, as a browser does when a person reloads.
    """

    def __init__(self, name: str, *, port: int, address: str, session: str) -> None:
        super().__init__(name=name, daemon=True)
        self.acknowledged: list[str] = []
        self.sent_again = 0
        self.refused: list[str] = []
        self._port = port
        self._address = address
        self._session = session
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Finish the save that is under way, and no further."""
        self._stopped.set()

    def run(self) -> None:
        """Save one actor after the other."""
        for name in self._names():
            status, fields, cookies = self._form()
            if status != OK:
                self.refused.append(f"{self._address}: {status}")
                return
            fields |= {"name": name, "group": "business"}
            status = self._until_answered("POST", fields, cookies)[0]
            if status == FOUND:
                self.acknowledged.append(name)
            else:
                self.refused.append(f"{name}: {status}")

    def _names(self) -> Iterator[str]:
        number = 0
        while not self._stopped.is_set():
            number += 1
            yield f"{self.name}, bedrift {number}"

    def _form(self) -> tuple[int, dict[str, str], str]:
        status, page, cookies = self._until_answered("GET", {}, f"sessionid={self._session}")
        return status, dict(_HIDDEN.findall(page)), cookies

    def _until_answered(
        self, method: str, fields: dict[str, str], cookies: str
    ) -> tuple[int, str, str]:
        while True:
            with suppress(*_UNREACHABLE):
                return self._ask(method, fields, cookies)
            self.sent_again += method == "POST"
            time.sleep(0.05)

    def _ask(self, method: str, fields: dict[str, str], cookies: str) -> tuple[int, str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
            connection.request(method, self._address, urlencode(fields) or None, headers)
            answer = connection.getresponse()
            page = answer.read().decode()
            new = [line.split(";")[0] for line in answer.headers.get_all("Set-Cookie") or ()]
            return answer.status, page, "; ".join([cookies, *new])
        finally:
            connection.close()
