using System.Buffers;
using System.Reflection;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.Metadata;

namespace FreedomCities.Api.Content.Served;

/// <summary>Response 200 with a stored document, whose schema is <typeparamref name="T"/>.</summary>
internal sealed class ServedResult<T>(ServedDocument document) : ServedResult(document), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => AddMetadata(builder, typeof(T));

    protected override int Length => document.Length;

    protected override void WriteTo(IBufferWriter<byte> output) => document.WriteTo(output);
}

/// <summary>Response 200 with a page of stored documents, whose schema is <typeparamref name="T"/>.</summary>
internal sealed class ServedPage<T>(Page<ServedDocument> page) : ServedResult(page), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => AddMetadata(builder, typeof(Page<T>));

    protected override int Length => page.Items.Sum(d => d.Length) + 4096;

    protected override void WriteTo(IBufferWriter<byte> output)
    {
        output.Write("{\"items\":["u8);
        ServedDocument.WriteAll(output, page.Items);
        output.Write("],\"next\":"u8);
        output.Write(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(page.Next, Json.Documents));
        output.Write("}"u8);
    }
}

/// <summary>Response 200 whose JSON is written from stored documents.</summary>
/// <param name="value">What Content-Language is taken from.</param>
internal abstract class ServedResult(object value) : IResult, IValueHttpResult, IStatusCodeHttpResult
{
    private const string MediaType = "application/json";

    public object Value => value;

    public int? StatusCode => StatusCodes.Status200OK;

    protected abstract int Length { get; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var output = new ArrayBufferWriter<byte>(Length);
        WriteTo(output);
        httpContext.Response.ContentType = MediaType + "; charset=utf-8";
        await httpContext.Response.Body.WriteAsync(output.WrittenMemory, httpContext.RequestAborted);
    }

    protected abstract void WriteTo(IBufferWriter<byte> output);

    protected static void AddMetadata(EndpointBuilder builder, Type schema) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, schema, [MediaType]));
}
