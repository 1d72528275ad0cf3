using Dtao.Numerics;

namespace Dtao.Lab.Datasets;

/// <summary>One subnet as it stood at the launch of dTAO.</summary>
/// <param name="NetUid">Its number.</param>
/// <param name="Name">Its name on 13 February 2025.</param>
/// <param name="Symbol">Symbol of its token.</param>
/// <param name="RegisteredAt">Block of registration.</param>
/// <param name="RegistrationStatus">How well that block is known.</param>
/// <param name="Emission">Emission before the launch: the first moving price. Unit: rao.</param>
/// <param name="EmissionStatus">How well that emission is known.</param>
/// <param name="EmissionNote">How it was found.</param>
/// <param name="NextDayPrice">Price of 14 February 16:00 UTC, in 10^-9 TAO per alpha.</param>
public sealed record LaunchSubnet(
    NetUid NetUid,
    string Name,
    string Symbol,
    BlockNumber RegisteredAt,
    ValueStatus RegistrationStatus,
    Tao Emission,
    ValueStatus EmissionStatus,
    string EmissionNote,
    ulong NextDayPrice);
