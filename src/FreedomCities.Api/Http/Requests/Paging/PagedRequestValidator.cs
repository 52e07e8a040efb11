using FluentValidation;

namespace FreedomCities.Api.Http.Requests.Paging;

/// <summary>A list by slugs isn't paged, so it can't have a cursor.</summary>
internal class PagedRequestValidator<T> : RequestValidator<T>
    where T : IPagedRequest
{
    public PagedRequestValidator() => RuleFor(r => r.Cursor)
        .Must((request, cursor) => cursor is null || request.Slugs is null)
        .WithMessage("Can't be combined with slugs, which returns one page.");
}
