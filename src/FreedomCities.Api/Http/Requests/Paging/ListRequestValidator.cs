namespace FreedomCities.Api.Http.Requests.Paging;

/// <summary>As <see cref="PagedRequestValidator{T}"/>, and the limit must be in range.</summary>
internal sealed class ListRequestValidator<T> : PagedRequestValidator<T>
    where T : IListRequest
{
    public ListRequestValidator() => RuleFor(r => r.Limit).IsLimit();
}
