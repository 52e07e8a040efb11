namespace FreedomCities.Api.Http.Requests.Paging;

/// <summary>The same, with a limit.</summary>
internal sealed class ListRequestValidator<T> : PagedRequestValidator<T>
    where T : IListRequest
{
    public ListRequestValidator() => RuleFor(r => r.Limit).IsLimit();
}
