namespace FreedomCities.Api.Http.Rendering;

/// <summary>
/// The parts of a request that its response may depend on, without its connection: rendering continues when the client disconnects.
/// </summary>
internal sealed class DetachedRequest
{
    private readonly HttpRequest _request;
    private readonly Endpoint? _endpoint;

    /// <param name="query">The part of the query that the response depends on.</param>
    public DetachedRequest(HttpContext http, QueryString query)
    {
        _endpoint = http.GetEndpoint();
        _request = Copy(http.Request, query).Request;
    }

    public HttpContext ToHttpContext()
    {
        var http = Copy(_request, _request.QueryString);
        http.SetEndpoint(_endpoint);
        return http;
    }

    private static DefaultHttpContext Copy(HttpRequest from, QueryString query)
    {
        var http = new DefaultHttpContext();
        var to = http.Request;
        (to.Method, to.PathBase, to.Path, to.QueryString) = (from.Method, from.PathBase, from.Path, query);
        (to.Headers.AcceptLanguage, to.RouteValues) = (from.Headers.AcceptLanguage, new(from.RouteValues));
        http.Connection.RemoteIpAddress = from.HttpContext.Connection.RemoteIpAddress;
        return http;
    }
}
