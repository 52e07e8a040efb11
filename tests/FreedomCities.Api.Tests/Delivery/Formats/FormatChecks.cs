using System.Text.Json;
using System.Xml.Linq;

namespace FreedomCities.Api.Tests.Delivery.Formats;

/// <summary>Reads the formats with libraries that know them.</summary>
internal static class FormatChecks
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The slugs that a document names, in its order.</summary>
    public static async Task<string[]> SlugsIn(this Service service, string path)
    {
        var body = await service.Body(path);
        return path.Split('?')[0] switch
        {
            "/v1/faqs.jsonld" => [.. Questions(body).Select(q => q.GetProperty("url").GetString()!.Split('/')[^1])],
            "/v1/contacts.geojson" => [.. JsonElement.Parse(body)
                .GetProperty("features")
                .EnumerateArray()
                .Select(f => f.GetProperty("properties").GetProperty("slug").GetString()!)],
            _ => [.. XElement.Parse(body).Elements(Atom + "entry").Select(e => new Uri(Link(e, "alternate")!).Segments[^1])],
        };
    }

    /// <summary>A feed that the grammar of RFC 4287 allows.</summary>
    public static async Task<XElement> Feed(this Service service, string path = "/v1/feeds/faqs.atom")
    {
        var body = await service.Body(path);
        await Programs.Run("xmllint", body, "--noout", "--relaxng", Programs.Beside("Delivery/Formats/atom.rng"), "-");
        return XElement.Parse(body);
    }

    /// <summary>Name, parameters, type and value of a card's properties (jCard, RFC 7095).</summary>
    public static async Task<string[]> Card(this Service service, string path) =>
        [.. (await service.Read("vcard", path)).EnumerateArray().Select(p => p.GetRawText())];

    /// <summary>What a library finds at a path: geojson, vcard or jsonld.</summary>
    public static async Task<JsonElement> Read(this Service service, string format, string path) =>
        await FormatReader.Read(format, await service.Body(path));

    public static async Task<string> Body(this Service service, string path)
    {
        using var response = await service.Get(path);
        return await response.Content.ReadAsStringAsync();
    }

    public static JsonElement[] Questions(string body) => [.. JsonElement.Parse(body).GetProperty("mainEntity").EnumerateArray()];

    public static string Value(this XElement element, string name) => element.Element(Atom + name)!.Value;

    public static string? Link(this XElement element, string relation) =>
        element.Elements(Atom + "link").SingleOrDefault(l => l.Attribute("rel")!.Value == relation)?.Attribute("href")!.Value;
}
