"""Django settings: one file for demo, test and installation; differences come from outside."""

import os

from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from temaplan.config import environment

DATA = environment.data_folder()
DEMO = environment.flag("TEMAPLAN_DEMO")
# Where a demo was told to answer: one that others reach says why it offers no cast.
DEMO_HOST = os.environ.get("TEMAPLAN_DEMO_HOST", "")
DEBUG = False
SECRET_KEY = environment.secret_key(DATA)
ALLOWED_HOSTS = environment.words("TEMAPLAN_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
BASE_URL = os.environ.get("TEMAPLAN_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "temaplan.workbench",  # before allauth: our templates are found first
    "allauth",
    "allauth.account",
    "django_htmx",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "temaplan.workbench.plan.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "temaplan.workbench.pages.faults.FaultPages",
]

ROOT_URLCONF = "temaplan.config.urls"
WSGI_APPLICATION = "temaplan.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "temaplan.workbench.overview.context.frame",
            ],
        },
    }
]

DATABASES = {"default": environment.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
STORAGES = {
    "default": environment.file_storage(DATA),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_URL = "/statisk/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

AUTH_USER_MODEL = "temaplan.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "temaplan.workbench.plan.passwords.NotLikeThePerson"},
    {"NAME": "temaplan.workbench.plan.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "temaplan.workbench.plan.passwords.NotAmongTheCommon"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my-work"
LOGOUT_REDIRECT_URL = "public-front"
ACCOUNT_ADAPTER = "temaplan.workbench.plan.accounts.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "public-front"
ACCOUNT_SESSION_REMEMBER = False
# A town hall is one address to us: what is counted per place leaves room for all of it,
# and wrong passwords are counted per place and account, so that nobody locks another out.
ACCOUNT_RATE_LIMITS = {
    "login": "200/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "change_password": "10/m/user",
    "keep_form": "60/m/ip",
}

# Bokmål is the language of the source texts; nynorsk is a catalogue.
LANGUAGE_CODE = os.environ.get("TEMAPLAN_LANGUAGE", "nb")
LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"
USE_THOUSAND_SEPARATOR = True

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
SECURE_HTTPS = BASE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day
if SECURE_HTTPS:  # the browser then lets no other host set them
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
CSRF_FAILURE_VIEW = "temaplan.workbench.plan.views.csrf.csrf_failure"
SECURE_SSL_REDIRECT = SECURE_HTTPS
SECURE_HSTS_SECONDS = 31536000 if SECURE_HTTPS else 0
# Other names below this one, and the browsers' own lists, are the municipality's to decide on.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
if environment.flag("TEMAPLAN_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
MAX_ATTACHMENT_BYTES = 25_000_000

STATISTICS_FROM = environment.statistics_from()
STATISTICS_FOLDER = environment.statistics_folder(DATA)

EMAIL_CONFIGURED = bool(os.environ.get("TEMAPLAN_EMAIL_URL"))
MAILERS = {"default": environment.mail()}
DEFAULT_FROM_EMAIL = os.environ.get("TEMAPLAN_EMAIL_FROM", "temaplan@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR"},
        # The worker says in English that it stops; that somebody told it to is no news.
        "django_tasks_db": {"handlers": ["stderr"], "level": "ERROR"},
        "temaplan": {"handlers": ["stderr"], "level": "INFO"},
    },
}
