using System.Text;
using System.Text.Json;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Contacts.Phones;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Resources;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Search.Indexing;

/// <summary>Selects from a stored document what is indexed and shown in results.</summary>
internal static class SearchDocuments
{
    /// <param name="topics">The current and former slugs of the record's topics.</param>
    public static SearchDocument Create(string type, byte[] document, string[] topics) => type switch
    {
        "faq" => Create(JsonSerializer.Deserialize<Faq>(document, Json.Documents)!, topics),
        "topic" => Create(JsonSerializer.Deserialize<Topic>(document, Json.Documents)!, topics),
        "resource" => Create(JsonSerializer.Deserialize<Resource>(document, Json.Documents)!, topics),
        _ => Create(JsonSerializer.Deserialize<Contact>(document, Json.Documents)!),
    };

    private static SearchDocument Create(Faq faq, string[] topics) => Create("faq", faq.Id, faq.Slug, faq.Language, faq.Question) with
    {
        Context = string.Join('\n', faq.Topics.Select(t => t.Name)),
        Aliases = faq.Aliases,
        Body = Encoding.UTF8.GetBytes(faq.Answer.Text),
        Topics = topics,
        Jurisdiction = faq.Jurisdiction,
    };

    private static SearchDocument Create(Topic topic, string[] topics) =>
        Create("topic", topic.Id, topic.Slug, topic.Language, topic.Name) with
        {
            Context = topic.Name,
            Body = Encoding.UTF8.GetBytes(topic.Description ?? ""),
            Topics = topics,
        };

    private static SearchDocument Create(Resource resource, string[] topics) =>
        Create("resource", resource.Id, resource.Slug, resource.Language, resource.Title) with
        {
            Body = Encoding.UTF8.GetBytes(resource.Description ?? ""),
            Topics = topics,
        };

    private static SearchDocument Create(Contact contact)
    {
        var (city, state) = (contact.Location?.City, contact.Location?.State);
        string?[] place = [city, city is null ? null : state];
        string?[] body =
        [
            contact.Role, contact.Description, Join(", ", place), contact.Email, .. contact.Phones.Select(FormatPhone),
            Join(", ", contact.Address?.Street, contact.Address?.Extended, contact.Address?.PostalCode), contact.Hours?.Text,
            contact.Accessibility,
        ];
        return Create("contact", contact.Id, contact.Slug, contact.Language, contact.Name) with
        {
            Context = Join("\n", contact.Affiliate.Name, city, state),
            Body = Encoding.UTF8.GetBytes(Join(" · ", body)),
        };
    }

    // A vanity number is also found by its digits.
    private static string FormatPhone(Phone phone) => Join(
        " ", phone.Display, PhoneNumber.IsVanity(phone.Display) ? PhoneNumber.FormatInternational(phone.Number) : null,
        phone.Instruction, phone.Description);

    private static SearchDocument Create(string type, Guid id, string slug, Language language, string title) => new()
    {
        Id = id,
        Type = type,
        Slug = slug,
        Language = language.Served,
        Origin = language.Origin,
        Outdated = language.Status == "outdated",
        Title = title,
        Context = "",
        Aliases = [],
        Body = [],
        Topics = [],
        Jurisdiction = null,
    };

    private static string Join(string separator, params string?[] parts) =>
        string.Join(separator, parts.Where(p => !string.IsNullOrEmpty(p)));
}
