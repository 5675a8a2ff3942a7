<input type="hidden" name="khoa" value="{{key}}"><input type="hidden" name="csrf" value="{{csrf}}">
