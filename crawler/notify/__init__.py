"""Telling people how a run went: 钉钉, 飞书, 企业微信, mail, a webhook; apprise knows how each wants to be asked."""

from crawler.notify.message import message, needs_attention
from crawler.notify.sending import NotifyError, Receivers

__all__ = ["NotifyError", "Receivers", "message", "needs_attention"]
