namespace FreedomCities.Api.Delivery.Texts;

/// <summary>Reasons for a contact in the response of <c>locate</c>. {0} is the area or place, the last placeholder the distance.</summary>
public sealed record LocateTexts
{
    public required string Serves { get; init; }

    public required string ServesAtDistance { get; init; }

    public required string ServesNearest { get; init; }

    public required string AtDistance { get; init; }

    public required string Nearest { get; init; }

    public required string InState { get; init; }

    /// <summary>An office in another state. {1}: its location, {2}: the distance.</summary>
    public required string AcrossBorder { get; init; }

    /// <summary>Number of kilometres that isn't exact.</summary>
    public required string About { get; init; }

    /// <summary>{0}: the reason with the distance.</summary>
    public required string FromPostalCode { get; init; }

    /// <summary>{0}: the reason with the distance.</summary>
    public required string FromCity { get; init; }

    /// <summary>Location of an office by its city. If the city is unknown, the name of the office replaces it.</summary>
    public required string City { get; init; }

    public required string Elsewhere { get; init; }

    public required string NearestElsewhere { get; init; }

    public required string ElsewhereFiltered { get; init; }

    public required string NearestElsewhereFiltered { get; init; }
}
