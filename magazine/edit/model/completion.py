"""The gate through which a server's replies come in: bytes to a reply, or to what they are instead."""

import re
from contextlib import suppress
from typing import Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from magazine.edit.model.asking import Cause, Usage
from magazine.edit.model.chat import ChatError, Reply

_CUT = frozenset({"length", "max_tokens"})
_FILTERED = "content_filter"
_STATUS = re.compile(r"[45][0-9]{2}")


def _sound_or_none(value: object, check: ValidatorFunctionWrapHandler) -> object:
    with suppress(ValidationError):
        return check(value)
    return None


_Tokens = Annotated[int, WrapValidator(lambda value, check: max(0, _sound_or_none(value, check) or 0))]


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _PromptDetails(BaseModel):
    cached_tokens: _Tokens = 0


class _Usage(BaseModel):
    prompt_tokens: _Tokens = 0
    completion_tokens: _Tokens = 0
    prompt_tokens_details: Annotated[_PromptDetails | None, WrapValidator(_sound_or_none)] = None


class _Completion(BaseModel):
    choices: list[_Choice] = Field(min_length=1)
    usage: Annotated[_Usage | None, WrapValidator(_sound_or_none)] = None


class ErrorBody(BaseModel):
    """What a server says of an error, as far as it can be relied on."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    code: Annotated[str | None, WrapValidator(_sound_or_none)] = None
    type: Annotated[str | None, WrapValidator(_sound_or_none)] = None
    param: Annotated[str | None, WrapValidator(_sound_or_none)] = None
    message: Annotated[str | None, WrapValidator(_sound_or_none)] = None

    @property
    def status(self) -> int | None:
        """The HTTP status that a gateway repeats in its body; None: there is none."""
        return int(self.code) if self.code and _STATUS.fullmatch(self.code) else None


class _Refused(BaseModel):
    error: ErrorBody


def read_error(body: object) -> ErrorBody | None:
    """Return the error that a body reports, as bytes or already taken out of it; None: it reports none."""
    with suppress(ValidationError):
        if isinstance(body, bytes):
            return _Refused.model_validate_json(body).error
        if isinstance(body, str):  # some servers put a sentence where others have fields
            return ErrorBody(message=body)
        return ErrorBody.model_validate(body)
    return None


def read_completion(body: bytes, *, request_id: str) -> Reply:
    """Return the reply in the body of a chat completion.

    Raises:
        ChatError: It is none.
    """
    try:
        completion = _Completion.model_validate_json(body)
    except ValidationError:
        # Not chained: a validation error repeats what it met.
        raise ChatError(Cause.NO_CHAT, may_retry=True, may_be_paid=True) from None
    choice, usage = completion.choices[0], completion.usage or _Usage()
    details = usage.prompt_tokens_details or _PromptDetails()
    return Reply(
        text=choice.message.content or "",
        is_cut=choice.finish_reason in _CUT,
        is_refusal=bool(choice.message.refusal) or choice.finish_reason == _FILTERED,
        usage=Usage(
            prompt=usage.prompt_tokens,
            cached=min(details.cached_tokens, usage.prompt_tokens),
            completion=usage.completion_tokens,
        ),
        request_id=request_id,
    )
