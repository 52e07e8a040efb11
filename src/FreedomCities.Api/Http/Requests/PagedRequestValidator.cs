using FluentValidation;

namespace FreedomCities.Api.Http.Requests;

/// <summary>A list of slugs is served whole, so a cursor doesn't go with it.</summary>
internal class PagedRequestValidator<T> : RequestValidator<T>
    where T : IPagedRequest
{
    public PagedRequestValidator() => RuleFor(r => r.Cursor)
        .Must((request, cursor) => cursor is null || request.Slugs is null)
        .WithMessage("Doesn't go with slugs, which is not paged.");
}
