"""The tool editor: change a draft of an audit tool, see at once what the auditor will see."""
