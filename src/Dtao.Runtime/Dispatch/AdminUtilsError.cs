namespace Dtao.Runtime.Dispatch;

/// <summary>Errors of the administrative pallet with their wire numbers.</summary>
/// <remarks>Source: docs/spec/admin.md#errors.</remarks>
public enum AdminUtilsError
{
    /// <summary>The subnet does not exist.</summary>
    SubnetDoesNotExist = 0,

    /// <summary>More validators than uids.</summary>
    MaxValidatorsLargerThanMaxUIds = 1,

    /// <summary>Not more uids than there are neurons.</summary>
    MaxAllowedUIdsLessThanCurrentUIds = 2,
}
