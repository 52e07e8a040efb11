namespace FreedomCities.Api.Delivery.Texts;

/// <summary>Why a contact is in the response of <c>locate</c>. {0} is the area or place, the last number the distance.</summary>
public sealed record LocateTexts
{
    public required string Serves { get; init; }

    public required string ServesAtDistance { get; init; }

    public required string ServesNearest { get; init; }

    public required string AtDistance { get; init; }

    public required string Nearest { get; init; }

    public required string InState { get; init; }

    /// <summary>Where an office is. Without a city its name stands there.</summary>
    public required string City { get; init; }

    public required string Elsewhere { get; init; }

    public required string ElsewhereNearest { get; init; }
}
