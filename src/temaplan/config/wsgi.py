"""The door through which a web server reaches the workbench."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "temaplan.config.settings")
application = get_wsgi_application()
