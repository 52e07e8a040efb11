namespace FreedomCities.Api.Http.Responses;

/// <summary>A response in a media type of its own.</summary>
/// <param name="Languages">The languages of its records.</param>
internal sealed record FormattedDocument(string ContentType, byte[] Content, string[] Languages)
    : IResult, IPage, IValueHttpResult, IStatusCodeHttpResult, IContentTypeHttpResult
{
    public int? StatusCode => StatusCodes.Status200OK;

    public object? Value => this;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = ContentType;
        return httpContext.Response.Body.WriteAsync(Content, httpContext.RequestAborted).AsTask();
    }
}
