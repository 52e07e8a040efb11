using System.ComponentModel.DataAnnotations;

namespace FreedomCities.Api.Http.Requests.Values.Choices;

/// <summary>The allowed values of a member, which are a vocabulary.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AllowedChoicesAttribute<T>(bool orNull = false) : AllowedValuesAttribute(Words(orNull))
    where T : IVocabulary
{
    private static object?[] Words(bool orNull) => orNull ? [.. T.All, null] : [.. T.All];
}
