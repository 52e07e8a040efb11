using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Aliases;
using FreedomCities.Api.Editorial.Import.Contacts;
using FreedomCities.Api.Editorial.Import.Resources;

namespace FreedomCities.Api.Tests.Editorial.Import;

/// <summary>The JSON Schemas beside the seed, for editors' programs, say what the importer reads.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSerializerOptions Reading = new(JsonFile.Options);
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // What the converter of texts reads is a string, which an exporter can't know.
    static SchemaTests() => Reading.Converters.Clear();

    [Fact]
    public void ContactsSchema_IsOfWhatIsRead() => Repository.HasCommitted("db/seed/contacts.schema.json", Schema<ContactsFile>());

    [Fact]
    public void ResourcesSchema_IsOfWhatIsRead() => Repository.HasCommitted("db/seed/resources.schema.json", Schema<ResourcesFile>());

    [Fact]
    public void AliasesSchema_IsOfWhatIsRead() => Repository.HasCommitted("db/seed/aliases.schema.json", Schema<AliasesFile>());

    private static string Schema<T>()
    {
        var schema = Reading.GetJsonSchemaAsNode(
            typeof(T),
            new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        return schema.ToJsonString(Indented);
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var member = (ICustomAttributeProvider?)context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type;
        if (schema is JsonObject described && member.GetCustomAttributes(
            typeof(DescriptionAttribute),
            inherit: false) is [DescriptionAttribute text, ..])
        {
            described.Insert(0, "description", text.Description);
        }

        if (schema is JsonObject limited && member.GetCustomAttributes(
            typeof(AllowedValuesAttribute),
            inherit: false) is [AllowedValuesAttribute allowed, ..])
        {
            limited["enum"] = new JsonArray([.. allowed.Values.Select(v => JsonValue.Create((string?)v))]);
        }

        if (schema is JsonObject dated && member.IsDefined(typeof(DataTypeAttribute), inherit: false))
        {
            dated["format"] = "date";
        }

        if (schema is JsonObject patterned && member.GetCustomAttributes(
            typeof(RegularExpressionAttribute),
            inherit: false) is [RegularExpressionAttribute form, ..])
        {
            patterned["pattern"] = form.Pattern;
        }

        return schema;
    }
}
